import type { LoaderFunctionArgs } from '@remix-run/node';
import type { TFunction } from 'i18next';
import type { z } from 'zod';
import { requireMember } from '#app/features/workspaces/gate.server';
import { serverI18n } from '#app/i18n/i18n.server';
import { readLanguage } from '#app/i18n/language.server';
import { agendaTemplates, isTemplate } from '#domain/dialogues/agenda-template';
import type { DialogueType } from '#domain/dialogues/kinds';
import { lastDecided } from '#domain/dialogues/starting-agenda';
import type { DialogueId } from '#domain/ids';
import type { Beginning, DialogueView, ItemFacts, Review } from '#server/features/dialogues';
import { readDialogueChoices } from './dialogue-choices.server';
import { reviewFacts } from './facts.server';
import type { newDialogueSchema } from './schemas';

/** What a new dialogue can begin from, and what comes with what the address has chosen: a dialogue, or a template by its kind. */
export async function readBeginning(args: LoaderFunctionArgs) {
  const { actor, workspace } = await requireMember(args);
  const chosen = new URL(args.request.url).searchParams.get('from') ?? '';
  const { rows, optionOf, decided } = await readDialogueChoices(args);
  const last = lastDecided(rows, { decided, sourceId: chosen });
  const { t } = serverI18n(await readLanguage(args));
  const asked = { actor, workspaceId: workspace.id };
  const isCopy = chosen !== '' && !isTemplate(chosen);
  return {
    ...{ chosen, sources: rows.map(optionOf) },
    /** Whose decisions it may begin with. */
    review: last && { id: last.id, number: last.number, title: last.title },
    template: isTemplate(chosen) ? { type: chosen, items: templateItems(chosen, t) } : null,
    copied: isCopy
      ? takenOver(
          await args.context.services.dialogues.showDialogue({ ...asked, dialogueId: chosen as DialogueId }),
        )
      : null,
  };
}

/** What a new dialogue begins from and goes through first, as its form says. */
export async function beginningOf(
  args: LoaderFunctionArgs,
  { from, reviewsDialogueId }: Pick<z.output<typeof newDialogueSchema>, 'from' | 'reviewsDialogueId'>,
): Promise<{ from: Beginning | null; review: Review | null }> {
  const { t } = serverI18n(await readLanguage(args));
  return {
    from: from ? startOf(from, t) : null,
    review: reviewsDialogueId
      ? { reviewed: reviewsDialogueId as DialogueId, fallback: reviewFacts(t('meetings:review.title')) }
      : null,
  };
}

function startOf(from: string, t: TFunction): Beginning {
  return isTemplate(from)
    ? { kind: 'agenda', items: templateItems(from, t) }
    : { kind: 'dialogue', dialogueId: from as DialogueId };
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
