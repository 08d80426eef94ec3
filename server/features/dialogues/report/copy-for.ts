import { type Confidentiality, confidentialities } from '#domain/dialogues/kinds';
import { withoutNames } from '#domain/dialogues/verdict';
import type { MinutesView } from '../minutes/view';
import { withheld } from '../view-proposals';
import type { DecisionLine, DialogueView, ItemView } from '../view-types';
import { unattributed } from './report-item';

/** How confidential something is: what is public comes first. */
export function rank(confidentiality: Confidentiality): number {
  return confidentialities.indexOf(confidentiality);
}

/** Of what the reader may know, what opens to the audience of a copy too. */
export function copyFor(
  audience: Confidentiality,
  { view, minutes }: { view: DialogueView; minutes: MinutesView },
): { view: DialogueView; minutes: MinutesView } {
  const opens = (confidentiality: Confidentiality) => rank(confidentiality) <= rank(audience);
  // Those who were not invited learn no more from a copy than from the pages.
  const isWithheld = view.isChathamHouse && audience === 'public';
  const items = view.items
    .filter(({ confidentiality }) => opens(confidentiality))
    .map((item) => ({
      ...item,
      papers: item.papers.filter((paper) => opens(paper.audience)),
      proposals: isWithheld ? item.proposals.map(withheld) : item.proposals,
    }));
  const decisions = decisionsUnder(items, view).map((decision) =>
    isWithheld ? { ...decision, verdict: withoutNames(decision.verdict), adReferendum: [] } : decision,
  );
  return {
    view: { ...view, items, decisions },
    minutes: isWithheld
      ? { ...minutes, items: minutes.items.map((item) => ({ ...item, corrections: [] })) }
      : minutes,
  };
}

/** The decisions under the items of a copy; they name no other, nor who said what under the Chatham House Rule. */
function decisionsUnder(
  items: readonly ItemView[],
  { decisions, isChathamHouse }: DialogueView,
): DecisionLine[] {
  const told = decisions.filter(({ id }) =>
    items.some(({ proposals }) => proposals.some(({ decision }) => decision?.id === id)),
  );
  return told.map(({ by, verdict, adReferendum, ...decision }) => ({
    ...decision,
    by: told.some(({ reference }) => reference === by) ? by : null,
    verdict: isChathamHouse ? unattributed(verdict) : verdict,
    adReferendum: isChathamHouse ? adReferendum.map(() => null) : adReferendum,
  }));
}
