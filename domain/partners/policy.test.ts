import { describe, expect, it } from 'vitest';
import type { AccountId, InstitutionId, MembershipId, WorkspaceId } from '../ids';
import { may } from '../policy';
import type { Actor } from '../workspaces/actor';
import { type Role, roles } from '../workspaces/roles';

const workspaceId = 'w' as WorkspaceId;
const fund = 'fund' as InstitutionId;
const ministry = 'ministry' as InstitutionId;

function member(role: Role, institutionId: InstitutionId, at = workspaceId): Actor {
  return {
    accountId: 'me' as AccountId,
    isAdministrator: false,
    membership: { id: 'm' as MembershipId, workspaceId: at, institutionId, role, canInvite: false },
  };
}

const attended = { workspaceId, institutionId: fund, isUnattended: false };
const unattended = { ...attended, isUnattended: true };

describe('who keeps a partner’s record', () => {
  it('its own members do, unless they observe', () => {
    for (const role of roles)
      expect(may(member(role, fund), 'partner.edit', attended)).toBe(role !== 'observer');
  });

  it('convenors of other institutions propose, and keep it themselves while nobody acts for the partner', () => {
    for (const role of roles) {
      const actor = member(role, ministry);
      expect(may(actor, 'partner.edit', attended)).toBe(false);
      expect(may(actor, 'partner.propose', attended)).toBe(role === 'convenor');
      expect(may(actor, 'partner.edit', unattended)).toBe(role === 'convenor');
      expect(may(actor, 'partner.propose', unattended)).toBe(false);
    }
  });

  it('nobody of another workspace sees, adds, edits, proposes or imports anything', () => {
    const stranger = member('convenor', fund, 'other' as WorkspaceId);
    expect(may(stranger, 'registry.see', { workspaceId })).toBe(false);
    expect(may(stranger, 'partner.add', { workspaceId, institutionId: fund })).toBe(false);
    expect(may(stranger, 'partner.edit', unattended)).toBe(false);
    expect(may(stranger, 'partner.propose', attended)).toBe(false);
    expect(may(stranger, 'registry.import', { workspaceId })).toBe(false);
  });

  it('convenors list any partner, others their own institution', () => {
    expect(may(member('convenor', ministry), 'partner.add', { workspaceId, institutionId: fund })).toBe(true);
    expect(may(member('contributor', fund), 'partner.add', { workspaceId, institutionId: fund })).toBe(true);
    expect(may(member('observer', fund), 'partner.add', { workspaceId, institutionId: fund })).toBe(false);
    expect(may(member('drafter', ministry), 'partner.add', { workspaceId, institutionId: fund })).toBe(false);
  });
});
