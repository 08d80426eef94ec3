import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { readUpload } from '#app/features/plan-imports/upload.server';
import { ChooseWorkbook } from '#app/features/resource-mapping';
import { allMappingWords } from '#app/features/resource-mapping/words.server';
import { requireMember } from '#app/features/workspaces/gate.server';
import { guardAction, guardLoader } from '#app/http/guard';
import { titleFromData } from '#app/http/title';
import { pageTitle, readLanguage } from '#app/i18n/language.server';
import { Notice, PageHeader } from '#app/ui';
import { DomainError } from '#domain/errors';
import { institutionName } from '#domain/institutions/name';
import { authorise } from '#domain/policy';

export const meta = titleFromData;

export const loader = guardLoader(async (args: LoaderFunctionArgs) => {
  const { actor, workspace } = await requireMember(args);
  const { resourceMapping, institutions } = args.context.services;
  const language = await readLanguage(args);
  const own = new Set(await resourceMapping.listMappablePartners({ actor, workspaceId: workspace.id }));
  const labels = await institutions.listInstitutionLabels(workspace.id, language);
  return {
    title: await pageTitle(args, 'mapping:title'),
    slug: workspace.slug,
    downloadTo: `/w/${workspace.slug}/resource-mapping.xlsx`,
    partners: labels
      .filter(({ id }) => own.has(id))
      .map(({ id, names }) => ({ id, name: institutionName(names, language) })),
    isDiscarded: new URL(args.request.url).searchParams.get('done') === 'discarded',
  };
});

export const action = guardAction(async (args: ActionFunctionArgs) => {
  const { actor, workspace } = await requireMember(args);
  const { resourceMapping, institutions } = args.context.services;
  authorise(actor, 'registry.import', { workspaceId: workspace.id }); // Before the file is taken in.
  const language = await readLanguage(args);
  const labels = await institutions.listInstitutionLabels(workspace.id, language);
  const upload = await readUpload(args.request);
  if (upload.kind !== 'file')
    throw new DomainError({ code: 'unsupported_file', details: { reason: 'none' } });
  const mappingId = await resourceMapping.startMapping({
    actor,
    workspaceId: workspace.id,
    name: upload.name,
    bytes: upload.bytes,
    languages: allMappingWords(labels),
    language,
  });
  return redirect(`/w/${workspace.slug}/resource-mapping/${mappingId}`);
});

export default function ResourceMappingPage() {
  const { t } = useTranslation('mapping');
  const { slug, isDiscarded, downloadTo, partners } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const refusal = answer && 'refusal' in answer ? answer.refusal : null;
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        breadcrumbs={[{ to: `/w/${slug}/commitments`, label: t('registry:section.commitments') }]}
      />
      {isDiscarded && !refusal && (
        <div className="mb-6">
          <Notice tone="positive" role="status">
            <p>{t('discarded')}</p>
          </Notice>
        </div>
      )}
      <ChooseWorkbook {...{ downloadTo, partners, refusal }} partnersTo={`/w/${slug}/partners`} />
    </>
  );
}
