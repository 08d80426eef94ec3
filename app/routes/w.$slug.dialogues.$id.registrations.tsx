import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { DialogueFrame } from '#app/features/dialogues';
import { handleActs } from '#app/features/dialogues/acts.server';
import '#app/features/dialogues/dialogues.css';
import { loadDialogue } from '#app/features/dialogues/load-dialogue.server';
import { AttendanceCounts, RegistrationTable, RulesForm, Untold } from '#app/features/registrations';
import { registrationActs } from '#app/features/registrations/registration-acts.server';
import { ListToolbar } from '#app/features/workspaces';
import { requireMember } from '#app/features/workspaces/gate.server';
import { guardAction, guardLoader } from '#app/http/guard';
import { titleFromData } from '#app/http/title';
import { EmptyState, Section } from '#app/ui';
import { registrableTypes } from '#domain/dialogues/kinds';
import type { DialogueId } from '#domain/ids';

export const meta = titleFromData;

export const loader = guardLoader(async (args: LoaderFunctionArgs) => {
  const { actor, workspace } = await requireMember(args);
  const loaded = await loadDialogue(args);
  const { rows, total, counts, untold } = await args.context.services.registrations.listRegistrations({
    ...{ actor, workspaceId: workspace.id, dialogueId: args.params.id as DialogueId },
    search: new URL(args.request.url).searchParams.get('q') ?? '',
  });
  return { ...loaded, rows, total, counts, untold };
});

export const action = guardAction((args: ActionFunctionArgs) => handleActs(args, registrationActs));

export default function Registrations() {
  const { t } = useTranslation('meetings');
  const { slug, view, rows, total, counts, untold } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const at = `/w/${slug}/dialogues/${view.id}/registrations`;
  const isCancelled = view.cancelledAt !== null;
  const isRegistrable = registrableTypes.includes(view.type);
  return (
    <DialogueFrame slug={slug} view={view} answer={answer}>
      {isRegistrable && !isCancelled && <RulesForm slug={slug} view={view} answer={answer} />}
      <Section title={t('people.title')}>
        <Untold untold={untold} />
        {total === 0 ? (
          <EmptyState
            title={t('people.none')}
            body={t(isRegistrable ? 'people.noneBody' : 'people.noneOfKind')}
          />
        ) : (
          <>
            <ListToolbar
              searchLabel={t('people.search')}
              filters={[]}
              exportTo={`${at}.csv`}
              workbookTo={`${at}.xlsx`}
            />
            {rows.length === 0 ? (
              <EmptyState title={t('people.nothing')} body={t('people.nothingBody')} />
            ) : (
              <RegistrationTable rows={rows} timeZone={view.timeZone} isCancelled={isCancelled} />
            )}
          </>
        )}
      </Section>
      {total > 0 && (
        <Section title={t('counts.title')}>
          <AttendanceCounts counts={counts} />
        </Section>
      )}
    </DialogueFrame>
  );
}
