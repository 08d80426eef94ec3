import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { DecideAll, outcomes, RecordList } from '#app/features/iati-imports';
import { takeDecision } from '#app/features/iati-imports/decisions.server';
import { importOf } from '#app/features/iati-imports/import-of.server';
import { ListToolbar } from '#app/features/workspaces';
import { guardAction, guardLoader } from '#app/http/guard';
import { readForm } from '#app/http/read-form.server';
import { Pagination } from '#app/ui';
import { describeDifference } from '#domain/iati-imports/describe';

const pageSize = 50;

export const loader = guardLoader(async (args: LoaderFunctionArgs) => {
  const { on, slug, page, searchParams } = await importOf(args);
  const { iatiImports } = args.context.services;
  const outcome = outcomes.find((known) => known === searchParams.get('outcome'));
  const search = searchParams.get('q') ?? '';
  const { rows, total } = await iatiImports.listRecords({ ...on, outcome, search, page, size: pageSize });
  const { stored, outcomes: counts } = await iatiImports.getImport(on);
  return {
    address: `/w/${slug}/imports/${on.importId}`,
    page,
    total,
    isOpen: stored.state === 'ready',
    hasConflicts: (counts.conflicting ?? 0) > 0,
    rows: rows.map(({ differences, ...row }) => ({
      ...row,
      differences: Object.entries(differences).map(([field, difference]) =>
        describeDifference(field, difference),
      ),
    })),
  };
});

export const action = guardAction(async (args: ActionFunctionArgs) => {
  const { on, slug, searchParams } = await importOf(args);
  await takeDecision(args.context.services.iatiImports, on, await readForm(args.request));
  searchParams.delete('index');
  return redirect(`/w/${slug}/imports/${on.importId}?${searchParams}`);
});

export default function Records() {
  const { t } = useTranslation('iati');
  const { address, rows, total, page, isOpen, hasConflicts } = useLoaderData<typeof loader>();
  return (
    <>
      <ListToolbar
        searchLabel={t('records.search')}
        filters={[
          {
            name: 'outcome',
            label: t('records.outcome'),
            any: t('records.anyOutcome'),
            options: outcomes.map((value) => ({ value, label: t(`outcome.${value}`) })),
          },
        ]}
        exportTo={`${address}/export/records`}
      />
      {isOpen && total > 0 && <DecideAll hasConflicts={hasConflicts} />}
      <RecordList rows={rows} isOpen={isOpen} />
      <Pagination page={page} pageSize={pageSize} total={total} />
    </>
  );
}
