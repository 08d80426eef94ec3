import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireMember } from '#app/features/workspaces/gate.server';
import { wholeList } from '#app/http/list-params';
import { readLanguage } from '#app/i18n/language.server';
import { makeFormat } from '#app/i18n/make-format';
import { lastDecided } from '#domain/dialogues/starting-agenda';
import type { DialogueView, ListedDialogue } from '#server/features/dialogues';

/** The workspace's dialogues to choose from, the newest first, and which of them decided something. */
export async function readDialogueChoices(args: LoaderFunctionArgs) {
  const { actor, workspace } = await requireMember(args);
  const language = await readLanguage(args);
  const { dialogues } = args.context.services;
  const asked = { actor, workspaceId: workspace.id };
  const [{ rows }, decisions] = await Promise.all([
    dialogues.listDialogues(asked, {
      ...{ search: '', type: '', state: '', ...wholeList },
      sort: { key: 'starts', isDescending: true },
    }),
    dialogues.listDecisions(asked),
  ]);
  const optionOf = ({ id, number, title, startsAt, timeZone }: ListedDialogue) => ({
    value: id as string,
    label: `${makeFormat(language, timeZone).day(startsAt)} · ${number} · ${title}`,
  });
  return { rows, optionOf, decided: new Set<string>(decisions.map(({ dialogue }) => dialogue.id)) };
}

/** Whose decisions a dialogue can go through: of those before it, first of all the last that decided something. */
export async function readReviewable(args: LoaderFunctionArgs, view: DialogueView) {
  const { rows, optionOf, decided } = await readDialogueChoices(args);
  const before = rows.filter(
    ({ id, state, startsAt }) => id !== view.id && state !== 'cancelled' && startsAt <= view.startsAt,
  );
  const usual = lastDecided(before, { decided }) ?? before[0];
  return { options: before.map(optionOf), usualId: usual?.id ?? '' };
}
