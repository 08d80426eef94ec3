import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { type ActAnswer, DialogueFrame } from '#app/features/dialogues';
import { handleActs } from '#app/features/dialogues/acts.server';
import '#app/features/dialogues/dialogues.css';
import { loadDialogue } from '#app/features/dialogues/load-dialogue.server';
import { Addressees, LettersTable, LetterText, RepliesForm } from '#app/features/letters';
import { letterActs, type RepliesAnswer } from '#app/features/letters/letter-acts.server';
import { requireMember } from '#app/features/workspaces/gate.server';
import { guardAction, guardLoader } from '#app/http/guard';
import { titleFromData } from '#app/http/title';
import { readLanguage } from '#app/i18n/language.server';
import { EmptyState } from '#app/ui';
import type { DialogueId } from '#domain/ids';

export const meta = titleFromData;

export const loader = guardLoader(async (args: LoaderFunctionArgs) => {
  const { actor, workspace } = await requireMember(args);
  const loaded = await loadDialogue(args);
  const asked = { actor, workspaceId: workspace.id, dialogueId: args.params.id as DialogueId };
  const { letters } = args.context.services;
  const listed = await letters.listLetters(asked);
  const language = await readLanguage(args);
  const { subject, paragraphs, action, notes } = await letters.previewLetter({ ...asked, language });
  return { ...loaded, letters: listed, preview: { subject, paragraphs, button: action?.label ?? '', notes } };
});

export const action = guardAction((args: ActionFunctionArgs) => handleActs(args, letterActs));

export default function Letters() {
  const { t } = useTranslation('letters');
  const { slug, view, letters, preview } = useLoaderData<typeof loader>();
  const given = useActionData<ActAnswer | RepliesAnswer>();
  const replies = given && 'replies' in given ? given.replies : null;
  const answer = given && 'replies' in given ? undefined : given;
  const isOpen = view.cancelledAt === null && view.endedAt === null && !view.isFinal;
  const mayAdd = isOpen && !view.startedAt;
  return (
    <DialogueFrame slug={slug} view={view} answer={answer}>
      {view.institutions.length === 0 ? (
        <EmptyState
          title={t('nobody')}
          body={t('nobodyBody')}
          action={<Link to={`/w/${slug}/dialogues/${view.id}/edit`}>{t('dialogues:part.edit')}</Link>}
        />
      ) : (
        <>
          <LettersTable lines={letters.lines} timeZone={view.timeZone} mayAdd={mayAdd} />
          {mayAdd && (
            <Addressees view={view} known={letters.known} count={letters.lines.length} answer={answer} />
          )}
          {mayAdd && (
            <LetterText
              text={letters.text}
              hasReminders={letters.hasReminders}
              preview={preview}
              answer={answer}
            />
          )}
          {isOpen && letters.lines.length > 0 && <RepliesForm answer={answer} replies={replies} />}
        </>
      )}
    </DialogueFrame>
  );
}
