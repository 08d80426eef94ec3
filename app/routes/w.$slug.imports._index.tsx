import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { ImportList, UploadForm } from '#app/features/iati-imports';
import '#app/features/iati-imports/iati-imports.css';
import { takeUpload } from '#app/features/iati-imports/upload.server';
import { requireMember } from '#app/features/workspaces/gate.server';
import { guardAction, guardLoader } from '#app/http/guard';
import { titleFromData } from '#app/http/title';
import { pageTitle } from '#app/i18n/language.server';
import { MoreLinks, PageHeader, Pagination, Section } from '#app/ui';

const pageSize = 25;
export const meta = titleFromData;

export const loader = guardLoader(async (args: LoaderFunctionArgs) => {
  const { actor, workspace } = await requireMember(args);
  const page = Math.max(1, Number(new URL(args.request.url).searchParams.get('page')) || 1);
  const { iatiImports } = args.context.services;
  const on = { actor, workspaceId: workspace.id };
  return {
    title: await pageTitle(args, 'iati:list.title'),
    slug: workspace.slug,
    page,
    limitBytes: iatiImports.limitBytes,
    ...(await iatiImports.listImports({ ...on, page, size: pageSize })),
  };
});

export const action = guardAction(async (args: ActionFunctionArgs) => {
  const { actor, workspace } = await requireMember(args);
  const { iatiImports } = args.context.services;
  const on = { actor, workspaceId: workspace.id };
  iatiImports.assertImporter(on); // Before the file is taken in.
  const importId = await takeUpload(args.request, (file) => iatiImports.startImport({ ...on, ...file }));
  return redirect(`/w/${workspace.slug}/imports/${importId}`);
});

export default function Imports() {
  const { t } = useTranslation('iati');
  const { slug, rows, total, page, limitBytes } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const refusal = answer && 'refusal' in answer ? answer.refusal : null;
  return (
    <>
      <PageHeader
        title={t('list.title')}
        lead={t('list.lead')}
        actions={
          <MoreLinks
            links={[
              { to: `/w/${slug}/resource-mapping`, label: t('registry:resourceMapping') },
              { to: `/w/${slug}/commitments.xml`, label: t('list.export'), icon: 'download', isFile: true },
            ]}
          />
        }
      />
      <Section title={t('upload.title')} lead={t('upload.lead')}>
        <UploadForm refusal={refusal} limitBytes={limitBytes} />
      </Section>
      <Section title={t('list.caption')}>
        <ImportList rows={rows} to={({ id }) => `/w/${slug}/imports/${id}`} />
        <Pagination page={page} pageSize={pageSize} total={total} />
      </Section>
    </>
  );
}
