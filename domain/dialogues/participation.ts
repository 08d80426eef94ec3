import type { InstitutionId, WorkspaceId } from '../ids';
import { may } from '../policy';
import type { Actor } from '../workspaces/actor';
import { countHeard, type FeedbackCounts, type Heard } from './feedback';
import { type Floor, lengthMs } from './floor';
import type { Confidentiality } from './kinds';
import type { Correction } from './minutes';
import type { AttendanceState } from './quorum';

/** What is stored of a dialogue that has begun and tells who took part in it, also what some may not know. */
export interface ParticipationRecord {
  isChathamHouse: boolean;
  endedAt: string | null;
  invitations: readonly { institutionId: InstitutionId; answer: 'accepted' | 'declined' | null }[];
  marks: readonly { institutionId: InstitutionId; state: AttendanceState }[];
  items: readonly { id: string; confidentiality: Confidentiality; floor: Floor }[];
  /** One for each time that an institution took or changed its position. */
  positions: readonly { institutionId: InstitutionId; proposalId: string; itemId: string }[];
  corrections: readonly Correction[];
  feedback: readonly { institutionId: InstitutionId; heard: Heard }[];
}

/** What an institution said in dialogues. */
export interface Voice {
  /** Interventions and replies; points of order do not count. */
  interventions: number;
  spokenMs: number;
  /** Proposals on which it took a position. */
  positions: number;
  corrections: number;
  /** Of them, those that convenors have answered. */
  correctionsAnswered: number;
}

export interface FeedbackGiven {
  asked: number;
  given: number;
  heard: FeedbackCounts;
}

/** How an institution took part: in one dialogue, or over several. */
export interface Participation {
  invited: number;
  accepted: number;
  /** In the room or on line at least once. */
  came: number;
  /** Null where nothing that the asker may know is attributed. */
  voice: Voice | null;
  /** Null where it is not the asker's to know. */
  feedback: FeedbackGiven | null;
}

/** What one person may know of a dialogue's record. */
export interface Sight {
  isAttributed: boolean;
  seesItem(confidentiality: Confidentiality): boolean;
  seesFeedbackOf(institutionId: InstitutionId): boolean;
}

export function sightOf(actor: Actor, workspaceId: WorkspaceId, record: ParticipationRecord): Sight {
  const { isChathamHouse } = record;
  const invited = new Set(record.invitations.map(({ institutionId }) => institutionId));
  const seesAll = may(actor, 'feedback.answer', { workspaceId });
  const own = actor.membership?.institutionId;
  return {
    isAttributed: may(actor, 'dialogue.seeWhoSaid', { workspaceId, invited, isChathamHouse }),
    seesItem: (confidentiality) => may(actor, 'dialogueItem.see', { workspaceId, invited, confidentiality }),
    seesFeedbackOf: (institutionId) => seesAll || institutionId === own,
  };
}

/** How each invited institution took part in a dialogue, of what is in sight. What lasts still is counted until now. */
export function participationIn(
  record: ParticipationRecord,
  sight: Sight,
  nowMs: number,
): Map<InstitutionId, Participation> {
  const came = new Set(
    record.marks
      .filter(({ state }) => state === 'present' || state === 'remote')
      .map((mark) => mark.institutionId),
  );
  const voiceOf = sight.isAttributed ? voicesIn(record, sight, nowMs) : () => null;
  const said = new Map(record.feedback.map((one) => [one.institutionId, one]));
  return new Map(
    record.invitations.map(({ institutionId, answer }) => {
      const given = said.get(institutionId);
      return [
        institutionId,
        {
          invited: 1,
          accepted: answer === 'accepted' ? 1 : 0,
          came: came.has(institutionId) ? 1 : 0,
          voice: voiceOf(institutionId),
          feedback: sight.seesFeedbackOf(institutionId)
            ? {
                asked: record.endedAt ? 1 : 0,
                given: given ? 1 : 0,
                heard: countHeard(given ? [given] : []),
              }
            : null,
        },
      ];
    }),
  );
}

/** One pass over what was said, so that many institutions cost no more than few. */
function voicesIn(record: ParticipationRecord, sight: Sight, nowMs: number) {
  const known = record.items.filter(({ confidentiality }) => sight.seesItem(confidentiality));
  const knownIds = new Set(known.map(({ id }) => id));
  // The end of a sitting ends no intervention that was left open.
  const untilMs = record.endedAt ? Math.min(nowMs, Date.parse(record.endedAt)) : nowMs;
  const voices = new Map<string, Voice>();
  const of = (institutionId: string): Voice => {
    const voice = voices.get(institutionId) ?? { ...silence };
    voices.set(institutionId, voice);
    return voice;
  };
  for (const intervention of known.flatMap(({ floor }) => floor.heard)) {
    if (intervention.kind === 'point_of_order') continue;
    const voice = of(intervention.institutionId);
    voice.interventions += 1;
    voice.spokenMs += lengthMs(intervention, untilMs);
  }
  const taken = new Set<string>();
  for (const { institutionId, proposalId, itemId } of record.positions) {
    const key = `${institutionId} ${proposalId}`;
    if (!knownIds.has(itemId) || taken.has(key)) continue;
    taken.add(key);
    of(institutionId).positions += 1;
  }
  for (const { institutionId, itemId, answer } of record.corrections) {
    if (!knownIds.has(itemId)) continue;
    const voice = of(institutionId);
    voice.corrections += 1;
    if (answer) voice.correctionsAnswered += 1;
  }
  return (institutionId: InstitutionId): Voice => voices.get(institutionId) ?? { ...silence };
}

const silence: Voice = {
  interventions: 0,
  spokenMs: 0,
  positions: 0,
  corrections: 0,
  correctionsAnswered: 0,
};

/** Over several dialogues; what is not known of some is left out, and null where it is known of none. */
export function sumParticipation(parts: readonly Participation[]): Participation {
  return {
    invited: total(parts, 'invited'),
    accepted: total(parts, 'accepted'),
    came: total(parts, 'came'),
    voice: sumVoices(parts.flatMap(({ voice }) => voice ?? [])),
    feedback: sumFeedback(parts.flatMap(({ feedback }) => feedback ?? [])),
  };
}

function sumVoices(voices: readonly Voice[]): Voice | null {
  if (voices.length === 0) return null;
  return {
    interventions: total(voices, 'interventions'),
    spokenMs: total(voices, 'spokenMs'),
    positions: total(voices, 'positions'),
    corrections: total(voices, 'corrections'),
    correctionsAnswered: total(voices, 'correctionsAnswered'),
  };
}

function sumFeedback(given: readonly FeedbackGiven[]): FeedbackGiven | null {
  if (given.length === 0) return null;
  const heard = given.map((one) => one.heard);
  return {
    asked: total(given, 'asked'),
    given: total(given, 'given'),
    heard: {
      yes: total(heard, 'yes'),
      partly: total(heard, 'partly'),
      no: total(heard, 'no'),
      none_raised: total(heard, 'none_raised'),
    },
  };
}

function total<Key extends string>(rows: readonly Record<Key, number>[], key: Key): number {
  return rows.reduce((sum, row) => sum + row[key], 0);
}

/** The years of a period; null where it is open. */
export interface YearRange {
  from: number | null;
  to: number | null;
}

export function isInYears({ from, to }: YearRange, year: number): boolean {
  return (from === null || year >= from) && (to === null || year <= to);
}
