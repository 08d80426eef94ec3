import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { DialogueItemId, DialogueProposalId } from '#domain/ids';
import { newId } from '#server/new-id';
import { consensus, itemFacts } from '#tests/factories/dialogues';
import { type InhabitedServer, type Persona, startInhabitedServer } from '#tests/factories/inhabited-server';

/** A client made by hand, which sends everything twice and sometimes late. */
describe('acts that waited for the network, over HTTP', () => {
  let inhabited: InhabitedServer;
  let address: string;
  let itemId: DialogueItemId;
  let proposalId: DialogueProposalId;

  const asConvenor = () => {
    const { workspaceId, dialogueId, people } = inhabited.here;
    return { actor: people.convenor.actor, workspaceId, dialogueId };
  };
  const dialogues = () => inhabited.server.services.dialogues;
  const view = () => dialogues().showDialogue(asConvenor());
  const item = async () => (await view()).items.find(({ id }) => id === itemId);

  beforeAll(async () => {
    inhabited = await startInhabitedServer();
    address = `/w/${inhabited.here.slug}/dialogues/${inhabited.here.dialogueId}/acts`;
  }, 60_000);
  afterAll(() => inhabited.server.close());
  beforeEach(async () => {
    itemId = newId<DialogueItemId>();
    proposalId = newId<DialogueProposalId>();
    await dialogues().addItem({ ...asConvenor(), itemId, facts: itemFacts() });
    await dialogues().actOnItem({ ...asConvenor(), itemId, act: 'open' });
    const facts = { text: 'Share costs', scale: 'gradient', isHidden: false, rule: consensus } as const;
    await dialogues().propose({ ...asConvenor(), proposalId, itemId, facts, amendsId: null });
    await dialogues().openProposal({ ...asConvenor(), proposalId });
  });

  async function send(persona: Persona, fields: Record<string, string>) {
    const response = await inhabited.browsers[persona].post(address, fields);
    return [response.status, JSON.parse(response.html)] as const;
  }
  async function sendTwice(persona: Persona, fields: Record<string, string>) {
    for (const answer of await Promise.all([send(persona, fields), send(persona, fields)]))
      expect(answer).toEqual([200, { nowMs: expect.any(Number) }]);
  }
  const position = (id: string) => ({
    act: 'position',
    id,
    proposalId,
    step: 'block',
    reason: 'Beyond our mandate',
  });
  const ask = (id: string) => ({ act: 'floor-ask', id, itemId, kind: 'intervention', speaker: 'Head' });

  it('a position sent twice counts once', async () => {
    await sendTwice('contributor', position('p1'));
    expect((await item())?.proposals[0]?.history.map(({ id }) => id)).toEqual(['p1']);
  });

  it('a request for the floor sent twice counts once, and not again when it was withdrawn', async () => {
    await sendTwice('contributor', ask('f1'));
    expect((await item())?.floor.waiting.map(({ id }) => id)).toEqual(['f1-intervention']);
    const withdrawal = { act: 'floor-withdraw', id: 'w1', itemId, requestId: 'f1-intervention' };
    await sendTwice('contributor', withdrawal);
    await sendTwice('contributor', ask('f1'));
    expect((await item())?.floor.waiting).toEqual([]);
  });

  it('a mark of attendance sent twice counts once', async () => {
    const { institutionId } = inhabited.here.people.contributor;
    await sendTwice('convenor', { act: 'attendance', id: 'm1', institutionId, state: 'remote' });
    const { attendanceMarks } = inhabited.server.db.tables;
    expect(await inhabited.server.db.read.$count(attendanceMarks)).toBe(1);
  });

  it('what came too late says why', async () => {
    await sendTwice('contributor', position('p4'));
    await dialogues().closeProposal({ ...asConvenor(), proposalId });
    expect(await send('contributor', position('p2'))).toEqual([409, { code: 'stale', problem: 'closed' }]);
    await sendTwice('contributor', position('p4'));
    await dialogues().actOnItem({ ...asConvenor(), itemId, act: 'close' });
    expect(await send('contributor', ask('f2'))).toEqual([409, { code: 'stale', problem: 'item_over' }]);
    expect(await send('contributor', { ...position('p3'), step: 'other' })).toEqual([
      422,
      { code: 'invalid_input', problem: null },
    ]);
  });

  it('is taken from the person and for the institution that it was made for, and from nobody else', async () => {
    const { contributor, convenor } = inhabited.here.people;
    const answer = { act: 'answer', id: 'a1', answer: 'accepted' };
    const others = { ...answer, accountId: convenor.actor.accountId };
    expect(await send('contributor', others)).toEqual([401, { code: 'signed_out', problem: null }]);
    const elsewhere = { ...answer, ownInstitutionId: convenor.institutionId };
    expect(await send('contributor', elsewhere)).toEqual([
      403,
      { code: 'forbidden', problem: 'other_institution' },
    ]);
    const own = { accountId: contributor.actor.accountId, ownInstitutionId: contributor.institutionId };
    await sendTwice('contributor', { ...answer, ...own });
    expect(await send('signedOut', answer)).toEqual([401, { code: 'signed_out', problem: null }]);
  });

  it('what must not wait is not taken', async () => {
    for (const act of ['start', 'end', 'item', 'proposal-close', 'decide']) {
      const response = await inhabited.browsers.convenor.post(address, { act, itemId, proposalId });
      expect([act, response.status]).toEqual([act, 400]);
    }
  });
});
