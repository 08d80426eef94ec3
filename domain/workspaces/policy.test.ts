import { describe, expect, it } from 'vitest';
import type { AccountId, InstitutionId, MembershipId, WorkspaceId } from '../ids';
import { may } from '../policy';
import type { Actor } from './actor';
import { isAbove, type Role, roles } from './roles';

const workspaceId = 'w' as WorkspaceId;
const own = 'own' as InstitutionId;
const foreign = 'foreign' as InstitutionId;
const someone = 'someone' as AccountId;

function member(role: Role, overrides: { canInvite?: boolean; workspaceId?: WorkspaceId } = {}): Actor {
  return {
    accountId: 'me' as AccountId,
    isAdministrator: false,
    membership: {
      id: 'm' as MembershipId,
      workspaceId,
      institutionId: own,
      role,
      canInvite: false,
      ...overrides,
    },
  };
}

const administrator: Actor = { accountId: 'admin' as AccountId, isAdministrator: true, membership: null };
const stranger = member('convenor', { canInvite: true, workspaceId: 'other' as WorkspaceId });

describe('who may do what in a workspace', () => {
  const everyone: Record<string, Actor> = {
    convenor: member('convenor'),
    drafter: member('drafter'),
    contributor: member('contributor'),
    observer: member('observer'),
    administrator,
    stranger,
  };
  const table = [
    ['workspace.see', ['convenor', 'drafter', 'contributor', 'observer']],
    ['workspace.edit', ['convenor']],
    ['institution.invite', ['convenor']],
    ['member.change', ['convenor']],
  ] as const;

  it.each(table)('%s: %j', (right, allowed) => {
    for (const [name, actor] of Object.entries(everyone)) {
      expect([name, may(actor, right, { workspaceId })]).toEqual([name, allowed.includes(name as never)]);
    }
  });

  it('only an administrator opens and lists workspaces', () => {
    for (const [name, actor] of Object.entries(everyone)) {
      expect(may(actor, 'workspace.create', {})).toBe(name === 'administrator');
      expect(may(actor, 'workspace.administer', {})).toBe(name === 'administrator');
    }
  });

  it('convenors end any membership, others their own', () => {
    for (const role of roles) {
      const actor = member(role);
      expect(may(actor, 'member.remove', { workspaceId, accountId: someone })).toBe(role === 'convenor');
      expect(may(actor, 'member.remove', { workspaceId, accountId: actor.accountId })).toBe(true);
    }
    const own = { workspaceId, accountId: stranger.accountId };
    expect(may(stranger, 'member.remove', own)).toBe(false);
  });

  it('convenors invite any institution in any role', () => {
    for (const institutionId of [own, foreign]) {
      for (const role of roles) {
        expect(may(member('convenor'), 'member.invite', { workspaceId, institutionId, role })).toBe(true);
      }
    }
  });

  it('others with the right invite colleagues only, never above themselves and never a convenor', () => {
    for (const ownRole of roles.filter((role) => role !== 'convenor')) {
      const actor = member(ownRole, { canInvite: true });
      for (const role of roles) {
        const invitation = { workspaceId, institutionId: own, role };
        expect(may(actor, 'member.invite', invitation)).toBe(role !== 'convenor' && !isAbove(role, ownRole));
        expect(may(actor, 'member.invite', { ...invitation, institutionId: foreign })).toBe(false);
        expect(may(member(ownRole), 'member.invite', invitation)).toBe(false);
        expect(may(stranger, 'member.invite', invitation)).toBe(false);
      }
    }
  });

  it('an institution is changed by the convenors of its home, and by administrators', () => {
    const atHome = { homeWorkspaceId: workspaceId };
    expect(may(member('convenor'), 'institution.edit', atHome)).toBe(true);
    expect(may(member('drafter'), 'institution.edit', atHome)).toBe(false);
    expect(may(stranger, 'institution.edit', atHome)).toBe(false);
    expect(may(member('convenor'), 'institution.edit', { homeWorkspaceId: null })).toBe(false);
    expect(may(administrator, 'institution.edit', atHome)).toBe(true);
  });
});
