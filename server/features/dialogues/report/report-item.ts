import { lengthMs } from '#domain/dialogues/floor';
import type { Verdict } from '#domain/dialogues/verdict';
import type { ItemMinutesView } from '../minutes/view';
import type { ItemView, ProposalView, QuoteView } from '../view-types';
import type { ReportItem } from './report-data';

interface Source {
  item: ItemView;
  minutes: ItemMinutesView | null;
  spentMs: number;
  nowMs: number;
  isChathamHouse: boolean;
}

/** What became of an item. Under the Chatham House Rule nothing that was said carries a name. */
export function reportItem({ item, minutes, spentMs, nowMs, isChathamHouse }: Source): ReportItem {
  const { title, purpose, presenter, plannedMinutes, confidentiality, floor, proposals, papers, quotes } =
    item;
  const nameIf = (institutionId: string) => (isChathamHouse ? null : institutionId);
  return {
    ...{ title, purpose, presenter, plannedMinutes, confidentiality },
    state: item.item.state,
    spentMs,
    text: minutes?.text ?? null,
    frozen: minutes?.frozen
      ? { hash: minutes.frozen.hash, epoch: minutes.frozen.epoch, seq: minutes.frozen.seq }
      : null,
    papers: papers.map((paper) => ({ title: paper.title, url: paper.url })),
    quotes: quotes.map(({ source }) => quotedOf(source)),
    speakers: isChathamHouse
      ? []
      : floor.heard
          .filter(({ kind }) => kind !== 'point_of_order')
          .map((one) => ({
            institutionId: one.institutionId,
            speaker: one.speaker,
            ms: lengthMs(one, nowMs),
          })),
    proposals: proposals
      .filter(({ state }) => state === 'closed')
      .map((proposal) => reportProposal(proposal, { isChathamHouse, nameIf })),
    corrections: (minutes?.corrections ?? []).map(({ institutionId, text, answer }) => ({
      institutionId: nameIf(institutionId),
      text,
      answer,
    })),
  };
}

function reportProposal(
  { number, text, rule, state, scale, verdict, positions, eligible, amends, decision, source }: ProposalView,
  { isChathamHouse, nameIf }: { isChathamHouse: boolean; nameIf: (institutionId: string) => string | null },
): ReportItem['proposals'][number] {
  return {
    ...{ number, text, rule, state, scale },
    verdict: verdict && isChathamHouse ? unattributed(verdict) : verdict,
    amends: amends?.number ?? null,
    decision: decision?.reference ?? null,
    quotes: source && quotedOf(source),
    positions: positions.map(({ id: _id, institutionId, ...position }) => ({
      ...position,
      // What is known of an absent institution, and when each spoke, would say who it was.
      ...(isChathamHouse ? { basis: null, atMs: 0 } : {}),
      institutionId: nameIf(institutionId),
    })),
    added: eligible.flatMap(({ institutionId, addedAtMs }) =>
      addedAtMs === undefined
        ? []
        : { institutionId: nameIf(institutionId), atMs: isChathamHouse ? 0 : addedAtMs },
    ),
  };
}

function quotedOf({ state: _now, ...quoted }: QuoteView) {
  return quoted;
}

/** The same sentences without the names in them; how many there were is told by the positions. */
export function unattributed({ outcome, reasons }: Verdict): Verdict {
  return {
    outcome,
    reasons: reasons.map((reason) =>
      'institutionIds' in reason ? { ...reason, institutionIds: [] } : reason,
    ),
  };
}
