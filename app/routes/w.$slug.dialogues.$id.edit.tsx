import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { MaterialsEditor } from '#app/features/agenda-materials';
import { materialsActs } from '#app/features/agenda-materials/materials-acts.server';
import { CancelSection } from '#app/features/dialogue-calendar';
import { cancelActs } from '#app/features/dialogue-calendar/cancel-acts.server';
import { AgendaEditor, DialogueForm, DialogueFrame, InvitationsEditor } from '#app/features/dialogues';
import '#app/features/dialogues/agenda-editor.css';
import { handleActs } from '#app/features/dialogues/acts.server';
import { readReviewable } from '#app/features/dialogues/dialogue-choices.server';
import '#app/features/dialogues/dialogues.css';
import { loadOpenDialogue } from '#app/features/dialogues/load-dialogue.server';
import { prepareActs } from '#app/features/dialogues/prepare-acts.server';
import { timeZones } from '#app/features/dialogues/time-zones.server';
import { institutionOptions } from '#app/features/institutions';
import { requireMember } from '#app/features/workspaces/gate.server';
import { guardAction, guardLoader } from '#app/http/guard';
import { titleFromData } from '#app/http/title';
import { readLanguage } from '#app/i18n/language.server';
import { Section } from '#app/ui';
import { authorise } from '#domain/policy';

export const meta = titleFromData;

export const loader = guardLoader(async (args: LoaderFunctionArgs) => {
  const { actor, workspace } = await requireMember(args);
  const language = await readLanguage(args);
  const loaded = await loadOpenDialogue(args);
  authorise(actor, 'dialogue.prepare', { workspaceId: workspace.id });
  const labels = await args.context.services.institutions.listInstitutionLabels(workspace.id, language);
  const invited = loaded.view.institutions.map(({ institution }) => institution.id);
  return {
    ...loaded,
    editedId: new URL(args.request.url).searchParams.get('item'),
    others: institutionOptions(
      labels.filter(({ id }) => !invited.includes(id)),
      language,
    ),
    reviewable: await readReviewable(args, loaded.view),
    timeZones: timeZones(),
  };
});

export const action = guardAction((args: ActionFunctionArgs) =>
  handleActs(args, (context) => ({
    ...{ ...prepareActs(context), ...materialsActs(context), ...cancelActs(context) },
  })),
);

export default function EditDialogue() {
  const { t } = useTranslation('dialogues');
  const {
    slug,
    view,
    freshId,
    editedId,
    others,
    reviewable,
    timeZones: zones,
  } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <DialogueFrame slug={slug} view={view} answer={answer}>
      {view.cancelledAt && <CancelSection view={view} answer={answer} />}
      {!view.cancelledAt && (
        <>
          <Section title={t('agenda.heading')} lead={t('meetings:agenda.lead')}>
            <AgendaEditor {...{ slug, view, editedId, freshId, reviewable, answer }}>
              {(item) => <MaterialsEditor key={item.id} {...{ item, freshId, answer }} />}
            </AgendaEditor>
          </Section>
          <Section title={t('invite.heading')} lead={t('meetings:invite.lead')}>
            <InvitationsEditor {...{ view, others, answer }} />
          </Section>
          <Section title={t('meetings:facts.heading')}>
            <DialogueForm known={view} timeZones={zones} answer={answer} />
          </Section>
          <CancelSection view={view} answer={answer} />
        </>
      )}
    </DialogueFrame>
  );
}
