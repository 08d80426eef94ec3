import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { DialogueForm, dialogueFormId, StartFrom, useTypedFields } from '#app/features/dialogues';
import { beginningOf, readBeginning } from '#app/features/dialogues/beginning.server';
import { factsOf } from '#app/features/dialogues/facts.server';
import { newDialogueSchema } from '#app/features/dialogues/schemas';
import { timeZones, usualTimeZone } from '#app/features/dialogues/time-zones.server';
import { requireMember } from '#app/features/workspaces/gate.server';
import { handleForm } from '#app/http/form.server';
import { guardAction, guardLoader } from '#app/http/guard';
import { readForm } from '#app/http/read-form.server';
import { titleFromData } from '#app/http/title';
import { pageTitle } from '#app/i18n/language.server';
import { PageHeader } from '#app/ui';
import type { DialogueId } from '#domain/ids';
import { authorise } from '#domain/policy';

export const meta = titleFromData;

export const loader = guardLoader(async (args: LoaderFunctionArgs) => {
  const { actor, workspace } = await requireMember(args);
  authorise(actor, 'dialogue.prepare', { workspaceId: workspace.id });
  return {
    title: await pageTitle(args, 'meetings:new.title'),
    slug: workspace.slug,
    beginning: await readBeginning(args),
    freshId: crypto.randomUUID(),
    timeZones: timeZones(),
    usual: { timeZone: usualTimeZone(workspace.country), languages: workspace.languages },
  };
});

export const action = guardAction(async (args: ActionFunctionArgs) => {
  const { actor, workspace } = await requireMember(args);
  const workspaceId = workspace.id;
  authorise(actor, 'dialogue.prepare', { workspaceId });
  return handleForm({
    formData: await readForm(args.request),
    schema: newDialogueSchema,
    act: async ({ id = crypto.randomUUID(), ...value }) => {
      const dialogueId = id as DialogueId;
      const facts = factsOf(value);
      await args.context.services.dialogues.planDialogue({
        ...{ actor, workspaceId, dialogueId, facts },
        ...(await beginningOf(args, value)),
      });
      return redirect(`/w/${workspace.slug}/dialogues/${dialogueId}/edit`);
    },
  });
});

export default function NewDialogue() {
  const { t } = useTranslation('dialogues');
  const { slug, beginning, freshId, timeZones: zones, usual } = useLoaderData<typeof loader>();
  const keepTyped = useTypedFields(dialogueFormId, beginning.chosen);
  return (
    <>
      <PageHeader
        title={t('meetings:new.title')}
        lead={t('meetings:new.lead')}
        breadcrumbs={[{ to: `/w/${slug}/dialogues`, label: t('list.title') }]}
      />
      <StartFrom {...beginning} onUse={keepTyped} />
      <DialogueForm
        key={beginning.chosen}
        known={beginning.copied ?? beginning.template ?? undefined}
        beginning={beginning}
        freshId={freshId}
        timeZones={zones}
        usual={usual}
        answer={useActionData<typeof action>()}
      />
    </>
  );
}
