import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Db } from '#db/db';
import type { ActionId, DialogueId, DialogueItemId, DialogueProposalId, PlanId } from '#domain/ids';
import { addAction, planRoots, setActionText } from '#domain/plans';
import { newId } from '#server/new-id';
import { dialects, openTestDb } from '#tests/factories/databases';
import { consensus, dialogueFacts, itemFacts } from '#tests/factories/dialogues';
import { buildPlan } from '#tests/factories/plans';
import { buildMember } from '#tests/factories/workspaces';

describe.each(dialects)('a proposal about an action of a plan on %s', (dialect) => {
  let db: Db;
  let built: Awaited<ReturnType<typeof buildPlan>>;
  const dialogueId = 'dialogue' as DialogueId;
  const itemId = 'item' as DialogueItemId;
  const proposalId = 'proposal' as DialogueProposalId;
  const actionId = newId<ActionId>();
  const quote = 'Train midwives\n\nIn every district';
  beforeEach(async () => {
    db = await openTestDb(dialect);
    built = await buildPlan(db);
    const { dialogues, plans } = built.services;
    await built.edit(built.convenor, (doc) => {
      addAction(doc, { id: actionId, title: 'Train midwives' });
      setActionText(doc, actionId, 'description', 'In every district');
    });
    await plans.project(built.planId);
    await dialogues.planDialogue({ ...on(), facts: dialogueFacts() });
    await dialogues.addItem({ ...on(), itemId, facts: itemFacts() });
  });
  afterEach(async () => {
    await built.services.documents.stop();
    await db.close();
  });

  const on = () => ({ actor: built.convenor.actor, workspaceId: built.workspaceId, dialogueId });
  const facts = { text: 'Adopt it', scale: 'gradient', isHidden: false, rule: consensus } as const;
  const propose = (quotes: { planId: PlanId; actionId: ActionId } | null, id = proposalId) =>
    built.services.dialogues.propose({ ...on(), proposalId: id, itemId, facts, amendsId: null, quotes });
  const shown = async () =>
    (await built.services.dialogues.showDialogue(on())).items[0]?.proposals[0]?.source;
  async function edit(change: Parameters<typeof built.edit>[1]) {
    await built.edit(built.convenor, change);
    await built.services.plans.project(built.planId);
  }

  it('quotes it as it read, with its hash and its place in the plan’s log', async () => {
    await propose({ planId: built.planId, actionId });
    expect(await shown()).toEqual({
      ...{ planId: built.planId, planTitle: 'Feuille de route CSU', actionId, quote, state: 'same' },
      hash: createHash('sha256').update(quote).digest('hex'),
      seq: expect.any(Number),
    });
  });

  it('says that the plan has changed since, and keeps what it quotes', async () => {
    await propose({ planId: built.planId, actionId });
    await edit((doc) => setActionText(doc, actionId, 'description', 'In two districts'));
    expect(await shown()).toMatchObject({ quote, state: 'changed' });
    await edit((doc) => setActionText(doc, actionId, 'description', 'In every district'));
    expect(await shown()).toMatchObject({ quote, state: 'same' });
    await edit((doc) => void planRoots(doc).actions.delete(actionId));
    expect(await shown()).toMatchObject({ quote, state: 'gone' });
  });

  it('quotes nothing but what is in a plan of its workspace, and is put by convenors alone', async () => {
    const other = await buildPlan(db);
    await expect(propose({ planId: other.planId, actionId })).rejects.toMatchObject({ code: 'not_found' });
    await expect(propose({ planId: built.planId, actionId: newId<ActionId>() })).rejects.toMatchObject({
      code: 'not_found',
    });
    await edit((doc) => {
      setActionText(doc, actionId, 'title', '');
      setActionText(doc, actionId, 'description', ' ');
    });
    const nothing = propose({ planId: built.planId, actionId });
    await expect(nothing).rejects.toMatchObject({ code: 'invalid_input', details: { field: 'source' } });
    const { actor } = await buildMember(db, { workspaceId: built.workspaceId, role: 'drafter' });
    await expect(
      built.services.dialogues.propose({
        ...{ ...on(), actor, proposalId, itemId, facts, amendsId: null },
        quotes: { planId: built.planId, actionId },
      }),
    ).rejects.toMatchObject({ code: 'forbidden' });
    await propose(null);
    expect(await shown()).toBeNull();
    await other.services.documents.stop();
  });
});
