import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { CommitmentMatrix, RecutNotice, ViewSwitch } from '#app/features/commitments';
import { readMatrixPage } from '#app/features/commitments/matrix-page.server';
import { readFilters } from '#app/features/commitments/options.server';
import { ListToolbar } from '#app/features/workspaces';
import { requireMember } from '#app/features/workspaces/gate.server';
import { guardLoader } from '#app/http/guard';
import { titleFromData } from '#app/http/title';
import { pageTitle } from '#app/i18n/language.server';
import { EmptyState, LinkButton, PageHeader, Pagination } from '#app/ui';

const size = 50;
export const meta = titleFromData;

export const loader = guardLoader(async (args: LoaderFunctionArgs) => {
  const { workspace } = await requireMember(args);
  const page = await readMatrixPage(args, workspace, size);
  const [filters, progress] = await Promise.all([
    readFilters(args, workspace.id, {
      names: ['kind', 'year'],
      isFiscal: page.choice.isFiscal,
      usualKind: 'committed',
    }),
    args.context.services.commitments.recutProgress(),
  ]);
  return { title: await pageTitle(args, 'commitments:matrix.title'), ...page, filters, progress };
});

export default function Matrix() {
  const { t } = useTranslation('commitments');
  const { matrix, filters, progress, base, kind, of, choice, localCurrency } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title={t('matrix.title')}
        lead={t('matrix.lead', { kind: t(`kind.${kind}`) })}
        breadcrumbs={[{ to: `${base}/commitments`, label: t('list.title') }]}
      />
      <RecutNotice progress={progress} />
      <ViewSwitch localCurrency={localCurrency} />
      <ListToolbar filters={filters} exportTo={`${base}/matrix.csv`} kept={['in', 'by']} />
      {matrix.total === 0 ? (
        <EmptyState
          level={2}
          title={t('matrix.empty')}
          body={t('matrix.emptyBody')}
          action={<LinkButton to={`${base}/commitments`}>{t('registry:section.commitments')}</LinkButton>}
        />
      ) : (
        <CommitmentMatrix {...{ matrix, base, kind, of, choice, localCurrency }} />
      )}
      <Pagination page={matrix.page} pageSize={size} total={matrix.total} />
    </>
  );
}
