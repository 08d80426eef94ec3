import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { ExportLink, OrganisationList } from '#app/features/iati-imports';
import { takeDecision } from '#app/features/iati-imports/decisions.server';
import { importOf } from '#app/features/iati-imports/import-of.server';
import { guardAction, guardLoader } from '#app/http/guard';
import { readForm } from '#app/http/read-form.server';
import { Pagination, Refusal } from '#app/ui';
import { may } from '#domain/policy';

const pageSize = 100;

export const loader = guardLoader(async (args: LoaderFunctionArgs) => {
  const { on, slug, page } = await importOf(args);
  const { organisations, institutions } = await args.context.services.iatiImports.listOrganisations(on);
  return {
    address: `/w/${slug}/imports/${on.importId}`,
    page,
    total: organisations.length,
    rows: organisations.slice((page - 1) * pageSize, page * pageSize),
    institutions,
    mayEnter: may(on.actor, 'partner.add', { workspaceId: on.workspaceId, institutionId: null }),
  };
});

export const action = guardAction(async (args: ActionFunctionArgs) => {
  const { on, slug, searchParams } = await importOf(args);
  await takeDecision(args.context.services.iatiImports, on, await readForm(args.request));
  return redirect(`/w/${slug}/imports/${on.importId}/organisations?${searchParams}`);
});

export default function Organisations() {
  const { address, rows, total, page, institutions, mayEnter } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      {answer && 'refusal' in answer && <Refusal refusal={answer.refusal} />}
      {total > 0 && <ExportLink to={`${address}/export/organisations`} />}
      <OrganisationList rows={rows} institutions={institutions} mayEnter={mayEnter} />
      <Pagination page={page} pageSize={pageSize} total={total} />
    </>
  );
}
