import { describe, expect, it } from 'vitest';
import type { AccountId, InstitutionId, MembershipId, WorkspaceId } from '../ids';
import { may } from '../policy';
import type { Actor } from '../workspaces/actor';
import { type Role, roles } from '../workspaces/roles';
import type { Confidentiality } from './kinds';

const workspaceId = 'w' as WorkspaceId;
const ministry = 'ministry' as InstitutionId;
const bank = 'bank' as InstitutionId;
const invited: ReadonlySet<InstitutionId> = new Set([ministry]);

function member(role: Role, institutionId: InstitutionId, at = workspaceId): Actor {
  return {
    accountId: 'me' as AccountId,
    isAdministrator: false,
    membership: { id: 'm' as MembershipId, workspaceId: at, institutionId, role, canInvite: false },
  };
}

const stranger = member('convenor', ministry, 'other' as WorkspaceId);
const administrator: Actor = { accountId: 'a' as AccountId, isAdministrator: true, membership: null };

describe('who does what in a dialogue', () => {
  it('every member sees it, convenors alone prepare, run and decide', () => {
    for (const role of roles) {
      expect(may(member(role, bank), 'dialogue.see', { workspaceId })).toBe(true);
      for (const right of ['dialogue.prepare', 'dialogue.run', 'dialogue.decide', 'feedback.answer'] as const)
        expect(may(member(role, bank), right, { workspaceId })).toBe(role === 'convenor');
    }
  });

  it.each(['delegation.edit', 'floor.request', 'position.take', 'feedback.give'] as const)(
    '%s: members of an invited institution in its own name, unless they observe',
    (right) => {
      for (const role of roles) {
        const subject = { workspaceId, invited };
        expect(may(member(role, ministry), right, { ...subject, institutionId: ministry })).toBe(
          role !== 'observer',
        );
        expect(may(member(role, ministry), right, { ...subject, institutionId: bank })).toBe(false);
        expect(may(member(role, bank), right, { ...subject, institutionId: bank })).toBe(false);
      }
    },
  );

  it.each([
    ['public', ['convenor', 'drafter', 'observer'], ['drafter', 'observer']],
    ['participants', ['convenor', 'drafter', 'observer'], []],
    ['convenor', ['convenor'], []],
  ] as [Confidentiality, Role[], Role[]][])(
    'an item for %s opens to %s of an invited institution and %s of another',
    (confidentiality, ofInvited, ofOther) => {
      const subject = { workspaceId, invited, confidentiality };
      for (const role of ['convenor', 'drafter', 'observer'] as const) {
        expect(may(member(role, ministry), 'dialogueItem.see', subject)).toBe(ofInvited.includes(role));
        const isOpen = role === 'convenor' || ofOther.includes(role);
        expect(may(member(role, bank), 'dialogueItem.see', subject)).toBe(isOpen);
      }
    },
  );

  it('nobody of another workspace, and no administrator, sees or does anything', () => {
    for (const actor of [stranger, administrator]) {
      expect(may(actor, 'dialogue.see', { workspaceId })).toBe(false);
      expect(may(actor, 'dialogue.run', { workspaceId })).toBe(false);
      expect(may(actor, 'position.take', { workspaceId, invited, institutionId: ministry })).toBe(false);
      expect(may(actor, 'dialogueItem.see', { workspaceId, invited, confidentiality: 'public' })).toBe(false);
    }
  });
});
