import { describe, expect, it } from 'vitest';
import type { AccountId, InstitutionId, MembershipId, WorkspaceId } from '../ids';
import type { Actor } from '../workspaces/actor';
import type { Role } from '../workspaces/roles';
import type { FloorKind, Intervention } from './floor';
import {
  isInYears,
  type Participation,
  type ParticipationRecord,
  participationIn,
  sightOf,
  sumParticipation,
} from './participation';

const workspaceId = 'w' as WorkspaceId;
const [ministry, bank, union] = ['ministry', 'bank', 'union'] as [
  InstitutionId,
  InstitutionId,
  InstitutionId,
];
const nowMs = Date.parse('2026-03-02T12:00:00.000Z');

function member(role: Role, institutionId: InstitutionId): Actor {
  return {
    accountId: 'me' as AccountId,
    isAdministrator: false,
    membership: { id: 'm' as MembershipId, workspaceId, institutionId, role, canInvite: false },
  };
}

function spoke(
  institutionId: InstitutionId,
  minutes: number | null,
  kind: FloorKind = 'intervention',
): Intervention {
  const startedAtMs = nowMs - 3_600_000;
  const endedAtMs = minutes === null ? null : startedAtMs + minutes * 60_000;
  return { id: 'i', institutionId, speaker: '', kind, requestedAtMs: 0, startedAtMs, endedAtMs };
}

function recordOf(change: Partial<ParticipationRecord> = {}): ParticipationRecord {
  const correction = { id: 'c', institutionId: bank, text: '', answer: null };
  return {
    isChathamHouse: false,
    endedAt: '2026-03-02T11:30:00.000Z',
    invitations: [
      { institutionId: ministry, answer: 'accepted' },
      { institutionId: bank, answer: null },
    ],
    marks: [
      { institutionId: ministry, state: 'excused' },
      { institutionId: bank, state: 'remote' },
      { institutionId: bank, state: 'left' },
    ],
    items: [
      {
        id: 'open',
        confidentiality: 'public',
        floor: { waiting: [], heard: [spoke(bank, 5), spoke(bank, 2, 'reply')] },
      },
      { id: 'own', confidentiality: 'participants', floor: { waiting: [], heard: [spoke(bank, 10)] } },
      { id: 'closed', confidentiality: 'convenor', floor: { waiting: [], heard: [spoke(bank, 20)] } },
    ],
    positions: [
      { institutionId: bank, proposalId: 'p1', itemId: 'open' },
      { institutionId: bank, proposalId: 'p1', itemId: 'open' },
      { institutionId: bank, proposalId: 'p2', itemId: 'own' },
    ],
    corrections: [
      { ...correction, itemId: 'open', answer: { accepted: false, reason: 'R' } },
      { ...correction, itemId: 'own' },
    ],
    feedback: [{ institutionId: bank, heard: 'partly' }],
    ...change,
  };
}

const seen = (actor: Actor, record = recordOf()) =>
  participationIn(record, sightOf(actor, workspaceId, record), nowMs);
const convenor = member('convenor', union);
const bankAs = (actor: Actor, record?: ParticipationRecord) => seen(actor, record).get(bank);

describe('participation in a dialogue', () => {
  it('is counted from invitations, marks, the floor, positions, corrections and feedback', () => {
    expect(bankAs(convenor)).toEqual({
      ...{ invited: 1, accepted: 0, came: 1 },
      voice: {
        ...{ interventions: 4, spokenMs: 37 * 60_000, positions: 2 },
        ...{ corrections: 2, correctionsAnswered: 1 },
      },
      feedback: { asked: 1, given: 1, heard: { yes: 0, partly: 1, no: 0, none_raised: 0 } },
    });
    expect(seen(convenor).get(ministry)).toEqual({
      ...{ invited: 1, accepted: 1, came: 0 },
      voice: { interventions: 0, spokenMs: 0, positions: 0, corrections: 0, correctionsAnswered: 0 },
      feedback: { asked: 1, given: 0, heard: { yes: 0, partly: 0, no: 0, none_raised: 0 } },
    });
  });

  it('leaves points of order out, and ends what was left open with the sitting', () => {
    const heard = [spoke(bank, 5, 'point_of_order'), spoke(bank, null)];
    const items = [{ id: 'open', confidentiality: 'public', floor: { waiting: [], heard } } as const];
    expect(bankAs(convenor, recordOf({ items }))?.voice).toMatchObject({
      ...{ interventions: 1, spokenMs: 30 * 60_000 },
    });
    expect(bankAs(convenor, recordOf({ items, endedAt: null }))).toMatchObject({
      ...{ voice: { spokenMs: 60 * 60_000 }, feedback: { asked: 0 } },
    });
  });

  it('shows members what was said under items that are theirs to know', () => {
    expect(bankAs(member('drafter', ministry))?.voice).toMatchObject({
      ...{ interventions: 3, spokenMs: 17 * 60_000, positions: 2, corrections: 2 },
    });
    expect(bankAs(member('drafter', union))?.voice).toMatchObject({
      ...{ interventions: 2, spokenMs: 7 * 60_000, positions: 1, corrections: 1 },
    });
  });

  it('attributes nothing of a Chatham House dialogue to those who were not invited', () => {
    const record = recordOf({ isChathamHouse: true });
    expect(bankAs(member('drafter', union), record)).toMatchObject({ invited: 1, came: 1, voice: null });
    for (const actor of [member('observer', ministry), convenor])
      expect(bankAs(actor, record)?.voice).not.toBeNull();
  });

  it('shows feedback to convenors and to its own institution', () => {
    expect(bankAs(member('drafter', ministry))?.feedback).toBeNull();
    expect(bankAs(member('observer', bank))?.feedback).toMatchObject({ given: 1 });
  });
});

describe('participation over several dialogues', () => {
  const voice = { interventions: 1, spokenMs: 60_000, positions: 2, corrections: 1, correctionsAnswered: 1 };
  const heard = { yes: 1, partly: 0, no: 0, none_raised: 0 };
  const part: Participation = {
    ...{ invited: 1, accepted: 1, came: 0, voice },
    feedback: { asked: 1, given: 1, heard },
  };

  it('is the sum of what is known', () => {
    expect(sumParticipation([part, { ...part, came: 1 }, { ...part, voice: null, feedback: null }])).toEqual({
      ...{ invited: 3, accepted: 3, came: 1 },
      voice: {
        ...{ interventions: 2, spokenMs: 120_000, positions: 4, corrections: 2, correctionsAnswered: 2 },
      },
      feedback: { asked: 2, given: 2, heard: { ...heard, yes: 2 } },
    });
    expect(sumParticipation([{ ...part, voice: null }])).toMatchObject({ voice: null });
  });

  it('is of the years of a period, which may be open', () => {
    expect([2024, 2025, 2026].filter((year) => isInYears({ from: 2025, to: null }, year))).toEqual([
      2025, 2026,
    ]);
    expect([2024, 2025, 2026].filter((year) => isInYears({ from: null, to: 2024 }, year))).toEqual([2024]);
    expect(isInYears({ from: null, to: null }, 1999)).toBe(true);
  });
});
