import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Db } from '#db/db';
import type { Actor } from '#domain/workspaces/actor';
import type { Role } from '#domain/workspaces/roles';
import { buildAccount } from '#tests/factories/accounts';
import { dialects, openTestDb } from '#tests/factories/databases';
import { openTestWorkspaces } from '#tests/factories/workspace-services';
import { buildInstitution, buildMember, buildWorkspace, outsider } from '#tests/factories/workspaces';

const day = 24 * 60 * 60 * 1000;
const address = '192.0.2.1';
const person = {
  name: 'Budget officer',
  password: 'correct horse battery',
  language: 'fr',
  address,
} as const;

describe.each(dialects)('invitations on %s', (dialect) => {
  let db: Db;
  let house: ReturnType<typeof openTestWorkspaces>;
  beforeEach(async () => {
    db = await openTestDb(dialect);
    house = openTestWorkspaces(db);
  });
  afterEach(() => db.close());

  async function openWorkspace() {
    const built = await buildWorkspace(db);
    const { workspaceId } = built;
    const institutionId = await buildInstitution(db, { workspaceId, name: 'Ministry of Finance' });
    const invitation = { workspaceId, institutionId, role: 'drafter' as Role, canInvite: false };
    return { ...built, institutionId, invitation };
  }

  async function linkFrom(actor: Actor, invitation: Parameters<typeof house.workspaces.invite>[0]) {
    const { delivery, invitationId } = await house.workspaces.invite({ ...invitation, actor });
    if (delivery.by !== 'link') throw new Error('expected a link');
    return { token: delivery.url.split('/').at(-1) ?? '', invitationId };
  }

  const mailedToken = () => house.mails.at(-1)?.action?.url.split('/').at(-1) ?? '';
  const kinds = () => house.recorded.map(({ kind }) => kind);

  it('mails a link that opens an account of that address and starts the membership', async () => {
    const { convenor, invitation, slug } = await openWorkspace();
    const { delivery } = await house.workspaces.invite({
      ...invitation,
      actor: convenor.actor,
      email: ' Budget@Finance.example ',
    });
    expect(delivery).toEqual({ by: 'mail', email: 'budget@finance.example' });
    expect(house.mails).toMatchObject([{ to: 'budget@finance.example', language: 'fr' }]);
    const token = mailedToken();
    expect(await house.workspaces.openInvitation({ token, address })).toMatchObject({
      email: 'budget@finance.example',
      hasAccount: false,
      role: 'drafter',
      institution: { names: { en: 'Ministry of Finance' } },
    });
    const accepted = await house.workspaces.acceptAsNewPerson({
      ...person,
      token,
      email: 'other@example.org',
    });
    expect(accepted.slug).toBe(slug);
    expect(kinds()).toEqual([
      'invitation.created',
      'account.created',
      'membership.created',
      'invitation.accepted',
    ]);
    const standing = await house.workspaces.findStanding({
      accountId: accepted.accountId,
      isAdministrator: false,
      slug,
    });
    expect(standing.membership).toMatchObject({ role: 'drafter', institutionId: invitation.institutionId });
    expect(JSON.stringify(house.recorded)).not.toContain('finance.example');
  });

  it('answers alike to unknown, used, revoked and expired tokens', async () => {
    const { convenor, invitation, workspaceId } = await openWorkspace();
    const link = { ...invitation, actor: convenor.actor, email: null };
    const used = await linkFrom(convenor.actor, link);
    const account = { id: (await buildAccount(db)).id, email: 'a@example.org' };
    await house.workspaces.acceptInvitation({ token: used.token, account, address });
    const revoked = await linkFrom(convenor.actor, link);
    await house.workspaces.revokeInvitation({
      actor: convenor.actor,
      workspaceId,
      invitationId: revoked.invitationId,
    });
    const expired = await linkFrom(convenor.actor, link);
    house.clock.advance(14 * day);
    for (const token of ['unknown', used.token, revoked.token, expired.token]) {
      const refusal = { code: 'token_invalid', details: {} };
      await expect(house.workspaces.openInvitation({ token, address })).rejects.toMatchObject(refusal);
      await expect(house.workspaces.acceptInvitation({ token, account, address })).rejects.toMatchObject(
        refusal,
      );
      await expect(
        house.workspaces.acceptAsNewPerson({ ...person, token, email: 'b@example.org' }),
      ).rejects.toMatchObject(refusal);
    }
  });

  it('is used once even when two people accept at the same moment', async () => {
    const { convenor, invitation } = await openWorkspace();
    const { token } = await linkFrom(convenor.actor, { ...invitation, actor: convenor.actor, email: null });
    const people = await Promise.all([buildAccount(db), buildAccount(db)]);
    const outcomes = await Promise.allSettled(
      people.map(({ id }) =>
        house.workspaces.acceptInvitation({ token, account: { id, email: 'x@example.org' }, address }),
      ),
    );
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('gives a mailed invitation to the account of that address only', async () => {
    const { convenor, invitation } = await openWorkspace();
    const id = (await buildAccount(db, { email: 'Planning@health.example' })).id;
    await house.workspaces.invite({ ...invitation, actor: convenor.actor, email: 'planning@health.example' });
    const token = mailedToken();
    expect(await house.workspaces.openInvitation({ token, address })).toMatchObject({ hasAccount: true });
    await expect(
      house.workspaces.acceptInvitation({
        token,
        address,
        account: { id: (await buildAccount(db)).id, email: 'someone@else.example' },
      }),
    ).rejects.toMatchObject({ code: 'invitation_for_other_email' });
    await expect(
      house.workspaces.acceptAsNewPerson({ ...person, token, email: 'new@else.example' }),
    ).rejects.toMatchObject({ code: 'conflict' });
    await house.workspaces.acceptInvitation({
      token,
      address,
      account: { id, email: 'Planning@health.example' },
    });
  });

  it('lets an earlier invitation to the same address give way, and refuses one to a member', async () => {
    const { convenor, invitation, workspaceId } = await openWorkspace();
    const wanted = { ...invitation, actor: convenor.actor, email: 'a@example.org' };
    await house.workspaces.invite(wanted);
    const first = mailedToken();
    await house.workspaces.invite(wanted);
    await expect(house.workspaces.openInvitation({ token: first, address })).rejects.toMatchObject({
      code: 'token_invalid',
    });
    const pending = await house.workspaces.listPendingInvitations({ actor: convenor.actor, workspaceId });
    expect(pending).toMatchObject([{ email: 'a@example.org', isExpired: false }]);
    const id = (await buildAccount(db, { email: 'a@example.org' })).id;
    await house.workspaces.acceptInvitation({
      token: mailedToken(),
      address,
      account: { id, email: 'a@example.org' },
    });
    await expect(house.workspaces.invite(wanted)).rejects.toMatchObject({ code: 'already_member' });
  });

  it('renews: the earlier link stops, an expired one works again', async () => {
    const { convenor, invitation, workspaceId } = await openWorkspace();
    const { actor } = convenor;
    const { token, invitationId } = await linkFrom(actor, { ...invitation, actor, email: null });
    house.clock.advance(15 * day);
    expect(await house.workspaces.listPendingInvitations({ actor, workspaceId })).toMatchObject([
      { isExpired: true },
    ]);
    const { delivery } = await house.workspaces.renewInvitation({ actor, workspaceId, invitationId });
    const fresh = delivery.by === 'link' ? (delivery.url.split('/').at(-1) ?? '') : '';
    expect(await house.workspaces.openInvitation({ token: fresh, address })).toMatchObject({ email: null });
    await expect(house.workspaces.openInvitation({ token, address })).rejects.toMatchObject({
      code: 'token_invalid',
    });
  });

  it('lets a colleague with the right invite to its own institution, not above its own role', async () => {
    const { workspaceId, institutionId, convenor } = await openWorkspace();
    const colleague = await buildMember(db, { workspaceId, role: 'drafter', canInvite: true });
    const own = { workspaceId, institutionId: colleague.institutionId, email: null, canInvite: true };
    const { actor } = colleague;
    const { invitationId } = await house.workspaces.invite({ ...own, actor, role: 'drafter' });
    expect(house.recorded.at(-1)).toMatchObject({ after: { canInvite: false } });
    for (const refused of [
      { ...own, role: 'convenor' as const },
      { ...own, role: 'observer' as const, institutionId },
    ]) {
      await expect(house.workspaces.invite({ ...refused, actor })).rejects.toMatchObject({
        code: 'forbidden',
      });
    }
    await house.workspaces.invite({ ...own, actor: convenor.actor, role: 'convenor' });
    const listed = await house.workspaces.listPendingInvitations({ actor, workspaceId });
    expect(listed.map(({ id }) => id)).toEqual([invitationId]);
  });

  it("refuses members of another workspace, and another workspace's institution", async () => {
    const { convenor, invitation, workspaceId } = await openWorkspace();
    const elsewhere = await openWorkspace();
    const { invitationId } = await linkFrom(convenor.actor, {
      ...invitation,
      actor: convenor.actor,
      email: null,
    });
    const stranger = elsewhere.convenor.actor;
    const refusal = { code: 'not_found' };
    const refused = [
      house.workspaces.invite({ ...invitation, actor: stranger, email: null }),
      house.workspaces.invite({ ...invitation, actor: outsider(stranger.accountId), email: null }),
      house.workspaces.invite({
        ...invitation,
        institutionId: elsewhere.institutionId,
        actor: convenor.actor,
        email: null,
      }),
      house.workspaces.revokeInvitation({ actor: stranger, workspaceId, invitationId }),
      house.workspaces.renewInvitation({
        actor: stranger,
        workspaceId: elsewhere.workspaceId,
        invitationId,
      }),
      house.workspaces.listPendingInvitations({ actor: stranger, workspaceId }),
    ];
    for (const outcome of await Promise.allSettled(refused)) {
      expect(outcome).toMatchObject({ status: 'rejected', reason: refusal });
    }
  });

  it('takes back what someone had sent once their membership ends', async () => {
    const { convenor, workspaceId, invitation } = await openWorkspace();
    const other = await buildMember(db, { workspaceId, role: 'convenor', canInvite: true });
    const { token } = await linkFrom(other.actor, {
      ...invitation,
      role: 'convenor',
      actor: other.actor,
      email: null,
    });
    const kept = await linkFrom(convenor.actor, { ...invitation, actor: convenor.actor, email: null });
    await house.workspaces.endMembership({
      actor: convenor.actor,
      workspaceId,
      membershipId: other.membershipId,
    });
    await expect(house.workspaces.openInvitation({ token, address })).rejects.toMatchObject({
      code: 'token_invalid',
    });
    expect(await house.workspaces.openInvitation({ token: kept.token, address })).toBeDefined();
    expect(kinds()).toContain('invitation.revoked');
  });

  it('starts an ended membership anew', async () => {
    const { convenor, workspaceId, invitation, slug } = await openWorkspace();
    const { institutionId } = invitation;
    const member = await buildMember(db, { workspaceId, institutionId, role: 'observer' });
    const { actor } = convenor;
    await house.workspaces.endMembership({ actor, workspaceId, membershipId: member.membershipId });
    const { token } = await linkFrom(actor, { ...invitation, actor, email: null });
    const account = { id: member.accountId, email: 'm@example.org' };
    await house.workspaces.acceptInvitation({ token, account, address });
    const standing = await house.workspaces.findStanding({
      accountId: member.accountId,
      isAdministrator: false,
      slug,
    });
    expect(standing.membership).toMatchObject({ id: member.membershipId, role: 'drafter' });
  });

  it('stops those who guess tokens, not those who have one', async () => {
    const { convenor, invitation } = await openWorkspace();
    const { token } = await linkFrom(convenor.actor, { ...invitation, actor: convenor.actor, email: null });
    for (let i = 0; i < 70; i++) await house.workspaces.openInvitation({ token, address });
    const guesses = await Promise.allSettled(
      Array.from({ length: 70 }, (_, i) => house.workspaces.openInvitation({ token: `guess-${i}`, address })),
    );
    expect(guesses.at(-1)).toMatchObject({ reason: { code: 'rate_limited' } });
  });
});
