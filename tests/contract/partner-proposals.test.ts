import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Db } from '#db/db';
import { dialects, openTestDb } from '#tests/factories/databases';
import { buildPartner, mandateFacts, openTestPartners, personFacts } from '#tests/factories/partners';
import { buildMember } from '#tests/factories/workspaces';

describe.each(dialects)('proposals on %s', (dialect) => {
  let db: Db;
  let house: ReturnType<typeof openTestPartners>;
  beforeEach(async () => {
    db = await openTestDb(dialect);
    house = openTestPartners(db);
  });
  afterEach(() => db.close());

  /** A partner with a mandate, and a convenor's proposal to change its approach. */
  async function proposed() {
    const partner = await buildPartner(db, house);
    const { on, keeper, convenor } = partner;
    const own = { actor: keeper, ...on, subject: 'mandate' } as const;
    const { id } = await house.partners.addPart({ ...own, facts: mandateFacts });
    const change = {
      subject: 'mandate' as const,
      subjectId: id,
      facts: { ...mandateFacts, approach: 'As proposed' },
      seen: mandateFacts,
    };
    const { proposalId } = await house.partners.propose({
      actor: convenor.actor,
      ...on,
      change,
      reason: 'The agreement of March says so.',
    });
    const list = (actor = keeper) => house.partners.listProposals({ actor, ...on });
    const answer = { workspaceId: on.workspaceId, proposalId };
    const approach = async () =>
      (await house.partners.listMandates(on.workspaceId, { language: 'en' }))[0]?.approach;
    return { ...partner, own, id, change, proposalId, list, answer, approach };
  }

  it('hold the differences alone, and leave the record as it is until it is answered', async () => {
    const { list, approach, convenor } = await proposed();
    expect(await list()).toMatchObject([
      {
        change: 'edit',
        state: 'open',
        before: { approach: 'Supports a single pool.' },
        changes: { approach: 'As proposed' },
        conflicts: [],
        isGone: false,
        mayWithdraw: false,
        proposedBy: { institution: { id: convenor.institutionId } },
      },
    ]);
    expect(await list(convenor.actor)).toMatchObject([{ mayWithdraw: true }]);
    expect(await approach()).toBe('Supports a single pool.');
  });

  it('are written in the partner’s name once accepted, with the proposal as the source', async () => {
    const { own, id, answer, approach, list, keeper, on, proposalId } = await proposed();
    await house.partners.acceptProposal({ actor: keeper, ...answer });
    expect(await approach()).toBe('As proposed');
    const origins = (await house.partners.mandateOrigins(on.workspaceId, [id as never])).get(id);
    expect(origins?.find(({ field }) => field === 'approach')).toMatchObject({
      source: 'proposal',
      sourceText: proposalId,
      institution: { id: own.institutionId },
    });
    expect(origins?.find(({ field }) => field === 'theme')).toMatchObject({ source: 'hand' });
    expect(await list()).toMatchObject([{ state: 'accepted', answeredBy: expect.any(String) }]);
    await expect(house.partners.acceptProposal({ actor: keeper, ...answer })).rejects.toMatchObject({
      code: 'stale',
    });
  });

  it('are rejected with a reason, never without', async () => {
    const { answer, approach, list, keeper } = await proposed();
    const reject = (reason: string) => house.partners.rejectProposal({ actor: keeper, ...answer, reason });
    await expect(reject('  ')).rejects.toMatchObject({ code: 'invalid_input' });
    await reject('The agreement ended.');
    expect(await list()).toMatchObject([{ state: 'rejected', answer: 'The agreement ended.' }]);
    expect(await approach()).toBe('Supports a single pool.');
    await expect(reject('Again')).rejects.toMatchObject({ code: 'stale' });
  });

  it('say where the field has changed meanwhile, and are accepted only by who has seen that', async () => {
    const { own, id, answer, approach, list, keeper } = await proposed();
    await house.partners.editPart({ ...own, id, facts: { approach: 'Changed meanwhile' } });
    expect(await list()).toMatchObject([
      { conflicts: ['approach'], current: { approach: 'Changed meanwhile' } },
    ]);
    await expect(house.partners.acceptProposal({ actor: keeper, ...answer })).rejects.toMatchObject({
      code: 'stale',
    });
    expect(await approach()).toBe('Changed meanwhile');
    const seen = { approach: 'Changed meanwhile' };
    await house.partners.acceptProposal({ actor: keeper, ...answer, seen });
    expect(await approach()).toBe('As proposed');
  });

  it('about what was removed meanwhile can only be rejected', async () => {
    const { own, id, answer, list, keeper } = await proposed();
    await house.partners.removePart({ ...own, id });
    expect(await list()).toMatchObject([{ isGone: true }]);
    await expect(house.partners.acceptProposal({ actor: keeper, ...answer })).rejects.toMatchObject({
      code: 'stale',
    });
    await house.partners.rejectProposal({ actor: keeper, ...answer, reason: 'Gone' });
  });

  it('are withdrawn by convenors', async () => {
    const { answer, list, keeper, convenor } = await proposed();
    await expect(house.partners.withdrawProposal({ actor: keeper, ...answer })).rejects.toMatchObject({
      code: 'forbidden',
    });
    await house.partners.withdrawProposal({ actor: convenor.actor, ...answer });
    expect(await list()).toMatchObject([{ state: 'withdrawn', mayWithdraw: false }]);
  });

  it('add and remove parts as they change them', async () => {
    const { on, keeper, convenor, id } = await proposed();
    const propose = (subjectId: string | null, facts: object | null) =>
      house.partners.propose({
        actor: convenor.actor,
        ...on,
        change: { subject: 'mandate', subjectId, facts: facts as Record<string, unknown> | null },
        reason: 'R',
      });
    const addition = await propose(null, { ...mandateFacts, theme: 'hiv' });
    const removal = await propose(id, null);
    for (const { proposalId } of [addition, removal]) {
      await house.partners.acceptProposal({ actor: keeper, workspaceId: on.workspaceId, proposalId });
    }
    const rows = await house.partners.listMandates(on.workspaceId, { language: 'en' });
    expect(rows.map(({ theme }) => theme)).toEqual(['hiv']);
    const listed = await house.partners.listProposals({ actor: keeper, ...on });
    expect(listed.map(({ change, state }) => `${change} ${state}`)).toEqual([
      'edit open',
      'remove accepted',
      'add accepted',
    ]);
  });

  it('need a difference and a reason, and a convenor who does not keep the record', async () => {
    const { on, keeper, convenor, change, workspaceId } = await proposed();
    const propose = (actor: typeof keeper, given: object) =>
      house.partners.propose({ actor, ...on, change, reason: 'R', ...given });
    await expect(propose(convenor.actor, { reason: '' })).rejects.toMatchObject({ code: 'invalid_input' });
    await expect(
      propose(convenor.actor, { change: { ...change, facts: mandateFacts } }),
    ).rejects.toMatchObject({ code: 'invalid_input', details: { problem: 'nothingChanged' } });
    await expect(propose(keeper, {})).rejects.toMatchObject({ code: 'forbidden' });
    const drafter = await buildMember(db, { workspaceId });
    await expect(propose(drafter.actor, {})).rejects.toMatchObject({ code: 'forbidden' });
    const unattended = await buildPartner(db, house, { isUnattended: true });
    await expect(
      house.partners.propose({ actor: unattended.keeper, ...unattended.on, change, reason: 'R' }),
    ).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('are seen by those who propose and those who answer, and answered by the partner alone', async () => {
    const { answer, list, convenor, workspaceId, member } = await proposed();
    const drafter = await buildMember(db, { workspaceId });
    await expect(list(drafter.actor)).rejects.toMatchObject({ code: 'forbidden' });
    const observer = (await member('observer')).actor;
    expect(await list(observer)).toHaveLength(1);
    const stranger = (await buildPartner(db, house)).keeper;
    for (const [actor, code] of [
      [convenor.actor, 'forbidden'],
      [drafter.actor, 'forbidden'],
      [observer, 'forbidden'],
      [stranger, 'not_found'],
    ] as const) {
      await expect(house.partners.acceptProposal({ actor, ...answer })).rejects.toMatchObject({ code });
      await expect(house.partners.rejectProposal({ actor, ...answer, reason: 'R' })).rejects.toMatchObject({
        code,
      });
    }
    const elsewhere = await buildPartner(db, house);
    await expect(
      house.partners.acceptProposal({
        ...answer,
        actor: elsewhere.keeper,
        workspaceId: elsewhere.workspaceId,
      }),
    ).rejects.toMatchObject({ code: 'not_found' });
  });

  it('about a person tell no convenor who has not consented, and keep no name once answered', async () => {
    const { on, keeper, convenor } = await buildPartner(db, house);
    const own = { actor: keeper, ...on, subject: 'focal_person' } as const;
    const { id } = await house.partners.addPart({ ...own, facts: { ...personFacts, hasConsented: true } });
    const change = {
      subject: 'focal_person',
      subjectId: id,
      facts: { ...personFacts, name: 'M. M.' },
    } as const;
    const propose = () =>
      house.partners.propose({ actor: convenor.actor, ...on, change, reason: 'Successor' });
    const { proposalId } = await propose();
    await house.partners.editPart({ ...own, id, facts: { hasConsented: false } });
    const [seen] = await house.partners.listProposals({ actor: convenor.actor, ...on });
    expect(JSON.stringify(seen)).not.toContain('N. N.');
    await expect(propose()).rejects.toMatchObject({ code: 'not_found' });
    await house.partners.acceptProposal({
      actor: keeper,
      workspaceId: on.workspaceId,
      proposalId,
      seen: { ...personFacts, hasConsented: false },
    });
    expect(await house.partners.listFocalPersons({ actor: keeper, ...on })).toMatchObject([
      { name: 'M. M.' },
    ]);
    const stored = JSON.stringify(await db.read.select().from(db.tables.changeProposals));
    expect(stored).not.toMatch(/[MN]\. [MN]\./);
  });
});
