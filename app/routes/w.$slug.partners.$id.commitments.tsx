import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData, useSearchParams } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { ActivityList, RecutNotice, SumsCell, ViewSwitch } from '#app/features/commitments';
import { readActivityPage } from '#app/features/commitments/activity-page.server';
import { readFilters } from '#app/features/commitments/options.server';
import { activityPageSize } from '#app/features/commitments/page-size';
import { ListToolbar } from '#app/features/workspaces';
import { requireMember } from '#app/features/workspaces/gate.server';
import { guardLoader } from '#app/http/guard';
import { titleFromData } from '#app/http/title';
import { pageTitle } from '#app/i18n/language.server';
import { EmptyState, KeyFigure, KeyFigures, LinkButton, Pagination } from '#app/ui';
import { anyPart } from '#domain/commitments/filters';
import { fundingKinds } from '#domain/commitments/kinds';
import type { InstitutionId } from '#domain/ids';
import { may } from '#domain/policy';

export const meta = titleFromData;

export const loader = guardLoader(async (args: LoaderFunctionArgs) => {
  const { actor, workspace } = await requireMember(args);
  const partnerId = args.params.id as InstitutionId;
  const { commitments } = args.context.services;
  const subject = await commitments.subjectOf(workspace.id, partnerId);
  const page = await readActivityPage(args, workspace, partnerId);
  const [filters, progress, totals] = await Promise.all([
    readFilters(args, workspace.id, {
      names: ['country', 'theme', 'kind', 'year', 'problem'],
      isFiscal: page.choice.isFiscal,
    }),
    commitments.recutProgress(),
    Promise.all(
      fundingKinds.map(async (kind) => ({
        kind,
        sums: await commitments.sumFacts(workspace.id, { ...anyPart, partnerId, kind }),
      })),
    ),
  ]);
  return {
    title: await pageTitle(args, 'commitments:list.title'),
    ...{ ...page, partnerId, filters, progress, totals },
    mayEnter: may(actor, 'partner.edit', subject),
  };
});

export default function PartnerCommitments() {
  const { t } = useTranslation('commitments');
  const data = useLoaderData<typeof loader>();
  const { list, sort, base, choice, localCurrency, countryNames, filters, totals, partnerId } = data;
  const [params] = useSearchParams();
  const exported = new URLSearchParams(params);
  exported.set('partner', partnerId);
  const enter = data.mayEnter && (
    <LinkButton to={`${base}/commitments/new?partner=${partnerId}`} variant="primary" icon="add">
      {t('list.enter')}
    </LinkButton>
  );
  return (
    <>
      <div className="mb-4 flex flex-wrap gap-2">
        {enter}
        <LinkButton to={`${base}/commitments.csv?${exported}`} reloadDocument download icon="download">
          {t('workspaces:list.export')}
        </LinkButton>
      </div>
      <RecutNotice progress={data.progress} />
      <ViewSwitch localCurrency={localCurrency} />
      <KeyFigures>
        {totals
          .filter(({ sums }) => sums.length > 0)
          .map(({ kind, sums }) => (
            <KeyFigure
              key={kind}
              label={t(`kind.${kind}`)}
              value={
                <SumsCell
                  sums={sums}
                  filter={{ partnerId, kind }}
                  {...{ choice, localCurrency, base }}
                  isCompact
                />
              }
            />
          ))}
      </KeyFigures>
      <div className="mt-6">
        <ListToolbar searchLabel={t('list.search')} filters={filters} kept={['in', 'by']} />
      </div>
      {list.total === 0 ? (
        <EmptyState
          level={2}
          title={t('list.empty')}
          body={t('list.emptyBody')}
          action={enter || undefined}
        />
      ) : (
        <ActivityList
          rows={list.rows}
          {...{ sort, base, choice, localCurrency, countryNames }}
          isOfOnePartner
        />
      )}
      <Pagination page={list.page} pageSize={activityPageSize} total={list.total} />
    </>
  );
}
