import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { ActivityForm } from '#app/features/commitments';
import { activitySchema } from '#app/features/commitments/activity-schema';
import { factRows } from '#app/features/commitments/fact-rows';
import { formValuesOf, themeWordsOf } from '#app/features/commitments/form.server';
import { editedActivityOf, isEditable } from '#app/features/commitments/merge-edit';
import { readShareChoices } from '#app/features/commitments/share-choices.server';
import { requireMember } from '#app/features/workspaces/gate.server';
import { handleForm } from '#app/http/form.server';
import { guardAction, guardLoader } from '#app/http/guard';
import { readForm } from '#app/http/read-form.server';
import { titleFromData } from '#app/http/title';
import { pageTitle, readLanguage } from '#app/i18n/language.server';
import { currencyOptions } from '#app/i18n/names.server';
import { Notice, PageHeader } from '#app/ui';
import type { ActivityId } from '#domain/ids';
import { authorise } from '#domain/policy';

export const meta = titleFromData;

export const loader = guardLoader(async (args: LoaderFunctionArgs) => {
  const { actor, workspace } = await requireMember(args);
  const { findActivity, subjectOf } = args.context.services.commitments;
  const activity = await findActivity(workspace.id, args.params.id as ActivityId);
  authorise(actor, 'partner.edit', await subjectOf(workspace.id, activity.partnerId));
  const language = await readLanguage(args);
  const shown = Math.min(activity.facts.filter(isEditable).length, factRows);
  return {
    title: await pageTitle(args, 'commitments:form.editTitle'),
    base: `/w/${workspace.slug}`,
    id: activity.id,
    name: activity.record.title,
    shown,
    unseen: activity.facts.length - shown,
    values: await formValuesOf(activity, language),
    currencies: currencyOptions(language),
    shares: await readShareChoices(args),
  };
});

export const action = guardAction(async (args: ActionFunctionArgs) => {
  const { actor, workspace } = await requireMember(args);
  const { commitments } = args.context.services;
  const activityId = args.params.id as ActivityId;
  const { record, facts } = await commitments.findActivity(workspace.id, activityId);
  return handleForm({
    formData: await readForm(args.request),
    schema: activitySchema(await readLanguage(args), themeWordsOf()),
    act: async (input) => {
      const edited = editedActivityOf(input, { record, stored: facts });
      const { seenAt } = input;
      await commitments.editActivity({ actor, workspaceId: workspace.id, activityId, seenAt, ...edited });
      return redirect(`/w/${workspace.slug}/commitments/${activityId}?done=saved`);
    },
  });
});

export default function EditActivity() {
  const { t } = useTranslation('commitments');
  const { base, id, name, shown, unseen, values, currencies, shares } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <PageHeader
        title={t('form.editTitle')}
        breadcrumbs={[
          { to: `${base}/commitments`, label: t('list.title') },
          { to: `${base}/commitments/${id}`, label: name },
        ]}
      />
      {unseen > 0 && (
        <Notice>
          <p>{t('form.unseen', { count: unseen })}</p>
        </Notice>
      )}
      <ActivityForm
        {...{ values, currencies, shares }}
        filledRows={shown}
        answer={answer && 'result' in answer ? answer : undefined}
        submitLabel={t('form.save')}
      />
    </>
  );
}
