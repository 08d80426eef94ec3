import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData, useSearchParams } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { FactList, FilterWords, RecutNotice, SumsCell, ViewSwitch } from '#app/features/commitments';
import { readFactPage } from '#app/features/commitments/fact-page.server';
import { readFilters } from '#app/features/commitments/options.server';
import { ListToolbar } from '#app/features/workspaces';
import { requireMember } from '#app/features/workspaces/gate.server';
import { guardLoader } from '#app/http/guard';
import { titleFromData } from '#app/http/title';
import { pageTitle } from '#app/i18n/language.server';
import { EmptyState, KeyFigure, KeyFigures, PageHeader, Pagination } from '#app/ui';

const size = 50;
export const meta = titleFromData;

export const loader = guardLoader(async (args: LoaderFunctionArgs) => {
  const { workspace } = await requireMember(args);
  const page = await readFactPage(args, workspace, size);
  const [filters, progress] = await Promise.all([
    readFilters(args, workspace.id, {
      names: ['partner', 'country', 'theme', 'sector', 'kind', 'year'],
      isFiscal: page.choice.isFiscal,
    }),
    args.context.services.commitments.recutProgress(),
  ]);
  return { title: await pageTitle(args, 'commitments:facts.title'), ...page, filters, progress };
});

export default function Facts() {
  const { t } = useTranslation('commitments');
  const { list, sort, base, choice, localCurrency, filter, activityTitle, filters, progress, ...names } =
    useLoaderData<typeof loader>();
  const [params] = useSearchParams();
  const isOneKind = filter.kind !== null || list.total === 0;
  return (
    <>
      <PageHeader
        title={t('facts.title')}
        lead={t('facts.lead')}
        breadcrumbs={[{ to: `${base}/commitments`, label: t('list.title') }]}
      />
      <RecutNotice progress={progress} />
      <ViewSwitch localCurrency={localCurrency} />
      <ListToolbar
        filters={filters}
        exportTo={`${base}/commitments/facts.csv`}
        workbookTo={`${base}/commitments/facts.xlsx`}
        kept={['in', 'by', 'activity', 'currency', 'not_converted']}
      />
      <FilterWords filter={filter} activityTitle={activityTitle} params={params} />
      <div className="mb-4">
        <KeyFigures>
          {isOneKind ? (
            <KeyFigure
              label={filter.kind ? t('facts.total', { kind: t(`kind.${filter.kind}`) }) : t('facts.totalAny')}
              value={<SumsCell sums={list.sums} {...{ choice, localCurrency, base, filter }} />}
              note={t('facts.rows', { count: list.total })}
            />
          ) : (
            <KeyFigure
              label={t('facts.severalKinds')}
              value={t('facts.rows', { count: list.total })}
              note={t('facts.chooseKind')}
            />
          )}
        </KeyFigures>
      </div>
      {list.total === 0 ? (
        <EmptyState level={2} title={t('facts.empty')} body={t('facts.emptyBody')} />
      ) : (
        <FactList
          rows={list.rows}
          isSortable={list.isSortable}
          {...{ sort, base, choice, localCurrency }}
          {...names}
        />
      )}
      <Pagination page={list.page} pageSize={size} total={list.total} />
    </>
  );
}
