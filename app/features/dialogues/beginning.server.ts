import type { LoaderFunctionArgs } from '@remix-run/node';
import type { TFunction } from 'i18next';
import { requireMember } from '#app/features/workspaces/gate.server';
import { wholeList } from '#app/http/list-params';
import { serverI18n } from '#app/i18n/i18n.server';
import { readLanguage } from '#app/i18n/language.server';
import { makeFormat } from '#app/i18n/make-format';
import { agendaTemplates, isTemplate } from '#domain/dialogues/agenda-template';
import type { DialogueType } from '#domain/dialogues/kinds';
import type { DialogueId } from '#domain/ids';
import type { Beginning, DialogueView, ItemFacts } from '#server/features/dialogues';

/** What a new dialogue can begin from, and what comes with what the address has chosen: a dialogue, or a template by its kind. */
export async function readBeginning(args: LoaderFunctionArgs) {
  const { actor, workspace } = await requireMember(args);
  const language = await readLanguage(args);
  const { t } = serverI18n(language);
  const { dialogues } = args.context.services;
  const asked = { actor, workspaceId: workspace.id };
  const chosen = new URL(args.request.url).searchParams.get('from') ?? '';
  const { rows } = await dialogues.listDialogues(asked, {
    ...{ search: '', type: '', state: '', ...wholeList },
    sort: { key: 'starts', isDescending: true },
  });
  const sources = rows.map(({ id, number, title, startsAt, timeZone }) => ({
    value: id as string,
    label: `${makeFormat(language, timeZone).date(startsAt)} · ${number} · ${title}`,
  }));
  if (isTemplate(chosen))
    return {
      ...{ chosen, sources, copied: null },
      template: { type: chosen, items: templateItems(chosen, t) },
    };
  const copied = chosen
    ? takenOver(await dialogues.showDialogue({ ...asked, dialogueId: chosen as DialogueId }))
    : null;
  return { chosen, sources, copied, template: null };
}

/** What the form of a new dialogue begins from, as it says. */
export async function beginningOf(
  args: LoaderFunctionArgs,
  from: string | undefined,
): Promise<Beginning | null> {
  if (!from) return null;
  if (!isTemplate(from)) return { kind: 'dialogue', dialogueId: from as DialogueId };
  const { t } = serverI18n(await readLanguage(args));
  return { kind: 'agenda', items: templateItems(from, t) };
}

function templateItems(type: DialogueType, t: TFunction): (ItemFacts & { isReview: boolean })[] {
  return agendaTemplates[type].map(({ word, purpose, plannedMinutes, isReview }) => ({
    ...{ purpose, plannedMinutes, isReview, presenter: '', confidentiality: 'public' },
    title: t(`meetings:template.${type}.${word}`),
  }));
}

/** The facts that its form shows, and how much comes with them. */
function takenOver({ items, institutions, ...view }: DialogueView) {
  const { type, title, purpose, place, link, timeZone, languages, startsAt } = view;
  const { limits, quorum, isChathamHouse } = view;
  return {
    ...{ type, title, purpose, place, link, timeZone, languages, startsAt, limits, quorum, isChathamHouse },
    ...{ items: items.length, institutions: institutions.length },
  };
}
