import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { PartnerField, PastedRows, PasteHelp, PastePreview } from '#app/features/commitments';
import { keptPartners, themeWordsOf } from '#app/features/commitments/form.server';
import { pastedRowsOf } from '#app/features/commitments/pasted-rows.server';
import { requireMember } from '#app/features/workspaces/gate.server';
import { guardAction, guardLoader } from '#app/http/guard';
import { readForm } from '#app/http/read-form.server';
import { titleFromData } from '#app/http/title';
import { pageTitle, readLanguage } from '#app/i18n/language.server';
import { EmptyState, LinkButton, PageHeader, Refusal, SubmitButton, TextArea } from '#app/ui';
import type { InstitutionId } from '#domain/ids';
import { authorise } from '#domain/policy';

export const meta = titleFromData;

export const loader = guardLoader(async (args: LoaderFunctionArgs) => {
  const { actor, workspace } = await requireMember(args);
  authorise(actor, 'registry.import', { workspaceId: workspace.id });
  return {
    title: await pageTitle(args, 'commitments:paste.title'),
    base: `/w/${workspace.slug}`,
    partners: await keptPartners(args, actor, workspace.id),
    partner: new URL(args.request.url).searchParams.get('partner') ?? undefined,
  };
});

export const action = guardAction(async (args: ActionFunctionArgs) => {
  const { actor, workspace } = await requireMember(args);
  const formData = await readForm(args.request);
  const partnerId = String(formData.get('partnerId') ?? '') as InstitutionId;
  const text = String(formData.get('rows') ?? '');
  const context = { language: await readLanguage(args), themeWords: themeWordsOf(), currency: null };
  const request = { actor, workspaceId: workspace.id, partnerId, text, context };
  const { previewPaste, pasteActivities } = args.context.services.commitments;
  if (formData.get('intent') === 'confirm') {
    await pasteActivities(request);
    return redirect(`/w/${workspace.slug}/commitments?partner=${partnerId}&done=pasted`);
  }
  const preview = await previewPaste(request);
  const { problems, unusedColumns, factCount, newActivities, newFacts, knownFacts } = preview;
  return data({
    typed: { partnerId, text },
    preview: { problems, unusedColumns, factCount, newActivities, newFacts, knownFacts },
    ...pastedRowsOf(preview.activities),
  });
});

export default function PasteCommitments() {
  const { t } = useTranslation('commitments');
  const { base, partners, partner } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const read = answer && 'preview' in answer ? answer : null;
  return (
    <>
      <PageHeader
        title={t('paste.title')}
        lead={t('paste.lead')}
        breadcrumbs={[{ to: `${base}/commitments`, label: t('list.title') }]}
      />
      {answer && 'refusal' in answer && <Refusal refusal={answer.refusal} />}
      {partners.length === 0 ? (
        <EmptyState
          level={2}
          title={t('form.noPartner')}
          body={t('form.noPartnerBody')}
          action={<LinkButton to={`${base}/partners`}>{t('registry:section.partners')}</LinkButton>}
        />
      ) : (
        <>
          {read && (
            <PastePreview
              preview={read.preview}
              typed={read.typed}
              partner={partners.find(({ value }) => value === read.typed.partnerId)?.label ?? ''}
            >
              <PastedRows rows={read.rows} more={read.more} />
            </PastePreview>
          )}
          <Form method="post" className="form" key={read ? 'read' : 'new'}>
            <PartnerField
              name="partnerId"
              partners={partners}
              defaultValue={read?.typed.partnerId ?? partner}
            />
            <TextArea
              label={t('paste.rows')}
              hint={t('paste.rowsHint')}
              name="rows"
              rows={10}
              dir="auto"
              defaultValue={read?.typed.text}
              isRequired
            />
            <div className="form-actions">
              <SubmitButton name="intent" value="preview" variant={read ? 'secondary' : 'primary'}>
                {t('paste.check')}
              </SubmitButton>
            </div>
          </Form>
          <div className="mt-4">
            <PasteHelp />
          </div>
        </>
      )}
    </>
  );
}
