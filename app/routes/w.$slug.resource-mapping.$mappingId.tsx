import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { type ShouldRevalidateFunctionArgs, useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { ReviewWorkbook } from '#app/features/resource-mapping';
import { reviewRows } from '#app/features/resource-mapping/review-rows.server';
import { requireMember } from '#app/features/workspaces/gate.server';
import { guardAction, guardLoader } from '#app/http/guard';
import { readForm } from '#app/http/read-form.server';
import { titleFromData } from '#app/http/title';
import { pageTitle, readLanguage } from '#app/i18n/language.server';
import { Notice, PageHeader, Refusal } from '#app/ui';
import type { ResourceMappingId } from '#domain/ids';

export const meta = titleFromData;

/** Two thousand rows are not compared anew with each thing that happens in the workspace, least of all while they are written. */
export function shouldRevalidate(change: ShouldRevalidateFunctionArgs): boolean {
  const { currentUrl, nextUrl, formMethod, defaultShouldRevalidate } = change;
  const isLiveRefresh = formMethod === undefined && currentUrl.href === nextUrl.href;
  return isLiveRefresh ? false : defaultShouldRevalidate;
}

export const loader = guardLoader(async (args: LoaderFunctionArgs) => {
  const { actor, workspace } = await requireMember(args);
  const { resourceMapping, institutions } = args.context.services;
  const mappingId = args.params.mappingId as ResourceMappingId;
  const preview = await resourceMapping.previewMapping({ actor, workspaceId: workspace.id, mappingId });
  const language = await readLanguage(args);
  const partners = await institutions.listInstitutionLabels(workspace.id, language);
  const params = new URL(args.request.url).searchParams;
  const { sourceName, appliedAt, counts } = preview;
  return {
    title: await pageTitle(args, 'mapping:review.title'),
    address: `/w/${workspace.slug}/resource-mapping`,
    review: {
      sourceName,
      isApplied: appliedAt !== null,
      counts,
      ...reviewRows({ preview, params, partners, language }),
    },
  };
});

export const action = guardAction(async (args: ActionFunctionArgs) => {
  const { actor, workspace } = await requireMember(args);
  const { resourceMapping } = args.context.services;
  const mappingId = args.params.mappingId as ResourceMappingId;
  const on = { actor, workspaceId: workspace.id, mappingId };
  switch ((await readForm(args.request)).get('intent')) {
    case 'apply':
      return { applied: await resourceMapping.applyMapping(on) };
    case 'discard':
      await resourceMapping.discardMapping(on);
      return redirect(`/w/${workspace.slug}/resource-mapping?done=discarded`);
    default:
      return redirect(`/w/${workspace.slug}/resource-mapping/${mappingId}`);
  }
});

export default function ReviewMappingPage() {
  const { t } = useTranslation('mapping');
  const { review, address } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const applied = answer && 'applied' in answer ? answer.applied : null;
  return (
    <>
      <PageHeader
        title={t('review.title')}
        lead={t('review.sourceName', { name: review.sourceName })}
        breadcrumbs={[{ to: address, label: t('title') }]}
      />
      {answer && 'refusal' in answer && <Refusal refusal={answer.refusal} />}
      {applied && (
        <div className="mb-4">
          <Notice tone="positive" role="status">
            <p>
              {t('done', {
                added: t('doneNew', { count: applied.added }),
                changed: t('doneChanged', { count: applied.changed }),
              })}
            </p>
          </Notice>
        </div>
      )}
      <ReviewWorkbook review={review} address={address} />
    </>
  );
}
