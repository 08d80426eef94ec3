import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Db } from '#db/db';
import type { ActionId, DecisionId, DialogueId } from '#domain/ids';
import { addAction, setLead } from '#domain/plans';
import { newId } from '#server/new-id';
import { dialects, openTestDb } from '#tests/factories/databases';
import { openTestFollowUps, type TestFollowUps } from '#tests/factories/follow-ups';
import { buildPlan } from '#tests/factories/plans';
import { type BuiltMember, buildWorkspace } from '#tests/factories/workspaces';

describe.each(dialects)('what follows from decisions on %s', (dialect) => {
  let db: Db;
  let test: TestFollowUps;
  let built: TestFollowUps['built'];
  let ministry: BuiltMember;
  let fund: BuiltMember;
  beforeEach(async () => {
    db = await openTestDb(dialect);
    test = await openTestFollowUps(db);
    ({ built, ministry, fund } = test);
  });
  afterEach(async () => {
    await test.close();
    await db.close();
  });

  const inWorkspace = (who: BuiltMember) => test.inWorkspace(who);
  const asConvenor = () => test.asConvenor();
  const decide = (...how: Parameters<TestFollowUps['decide']>) => test.decide(...how);
  const link = (...what: Parameters<TestFollowUps['link']>) => test.link(...what);
  const shown = async (decisionId: DecisionId, who: BuiltMember = built.convenor) =>
    (await test.services.followUps.showDecision({ ...inWorkspace(who), decisionId })).followUps;

  it('becomes an action of the plan, which counts once its lead has accepted', async () => {
    const { followUps, plans } = test.services;
    const on = await link(await decide());
    await link(on.decisionId, ministry, on.actionId);
    const actions = await plans.listActions(asConvenor());
    expect(actions.rows).toMatchObject([
      { id: on.actionId, title: 'Draft the decree', lead: { id: ministry.institutionId } },
    ]);
    expect(await followUps.listAwaited(inWorkspace(ministry))).toMatchObject([
      { action: { id: on.actionId }, mayAnswer: true },
    ]);
    expect(await followUps.listAwaited(inWorkspace(fund))).toEqual([]);

    await followUps.answerFollowUp({ ...inWorkspace(ministry), ...on, answer: { accepted: true } });
    expect(await shown(on.decisionId)).toMatchObject([{ state: { state: 'accepted' }, mayAnswer: false }]);
    expect(await followUps.listAwaited(inWorkspace(ministry))).toEqual([]);
    expect(await followUps.listDecisionsOfAction({ ...inWorkspace(fund), ...on })).toMatchObject([
      { decision: { id: on.decisionId }, state: { state: 'accepted' } },
    ]);
  });

  it('is gone through in a later dialogue as it stands then, as far as the reader may know', async () => {
    const { dialogues, followUps } = test.services;
    const on = await link(await decide('participants'));
    const [decided] = await dialogues.listDecisions(asConvenor());
    const dialogue = { id: decided?.dialogue.id as DialogueId };
    const reviewed = (who: BuiltMember, dialogueIds = [dialogue.id]) =>
      followUps.listReviewed({ ...inWorkspace(who), dialogueIds });
    expect(await reviewed(ministry)).toMatchObject([
      {
        dialogue: { id: dialogue.id, number: '2026/01' },
        decisions: [
          { decision: { id: on.decisionId }, followUps: [{ state: { state: 'proposed' }, mayAnswer: true }] },
        ],
      },
    ]);
    await followUps.answerFollowUp({ ...inWorkspace(ministry), ...on, answer: { accepted: true } });
    expect(await reviewed(built.convenor)).toMatchObject([
      { decisions: [{ followUps: [{ state: { state: 'accepted' } }] }] },
    ]);
    // The fund was not invited: to it there is no such decision.
    expect(await reviewed(fund)).toMatchObject([{ dialogue: { id: dialogue.id }, decisions: [] }]);
    expect(await reviewed(fund, [])).toEqual([]);
    const other = await buildWorkspace(db);
    const there = { actor: other.convenor.actor, workspaceId: other.workspaceId };
    expect(await followUps.listReviewed({ ...there, dialogueIds: [dialogue.id] })).toEqual([]);
  });

  it('is declined with a reason, and asked anew', async () => {
    const { followUps } = test.services;
    const on = await link(await decide());
    const answer = (reason: string) =>
      followUps.answerFollowUp({ ...inWorkspace(ministry), ...on, answer: { accepted: false, reason } });
    await expect(answer('  ')).rejects.toMatchObject({ code: 'invalid_input' });
    await answer('No staff');
    expect(await shown(on.decisionId)).toMatchObject([{ state: { state: 'declined', reason: 'No staff' } }]);
    await followUps.askLeadAgain({ ...asConvenor(), ...on });
    await followUps.askLeadAgain({ ...asConvenor(), ...on });
    expect(await shown(on.decisionId)).toMatchObject([{ state: { state: 'proposed' } }]);
  });

  it('what one lead accepted does not bind the next', async () => {
    const { followUps } = test.services;
    const on = await link(await decide());
    await followUps.answerFollowUp({ ...inWorkspace(ministry), ...on, answer: { accepted: true } });
    await built.edit(built.convenor, (doc) =>
      setLead(doc, on.actionId, { institutionId: fund.institutionId, text: '' }),
    );
    await test.services.plans.project(built.planId);
    expect(await shown(on.decisionId, ministry)).toMatchObject([{ isOtherLead: true, mayAnswer: false }]);
    await followUps.askLeadAgain({ ...asConvenor(), ...on });
    expect(await shown(on.decisionId, fund)).toMatchObject([
      { isOtherLead: false, mayAnswer: true, state: { state: 'proposed' } },
    ]);
  });

  it('an action that is there is linked where an institution leads it, and stays when it is unlinked', async () => {
    const { followUps, plans } = test.services;
    const decisionId = await decide();
    const actionId = newId<ActionId>();
    await built.edit(built.convenor, (doc) => addAction(doc, { id: actionId, title: 'Costing' }));
    await expect(link(decisionId, null, actionId)).rejects.toMatchObject({
      details: { field: 'actionId', problem: 'no_lead' },
    });
    await built.edit(built.convenor, (doc) =>
      setLead(doc, actionId, { institutionId: fund.institutionId, text: '' }),
    );
    const on = await link(decisionId, null, actionId);
    expect(await shown(decisionId)).toMatchObject([{ action: { title: 'Costing' } }]);
    await followUps.unlinkAction({ ...asConvenor(), ...on });
    expect(await shown(decisionId)).toEqual([]);
    expect((await plans.listActions(asConvenor())).total).toBe(1);
    await expect(link(decisionId, null)).rejects.toMatchObject({ code: 'not_found' });
  });

  it('of a decision in confidence only those hear who may know its item', async () => {
    const { followUps } = test.services;
    const forDelegations = await link(await decide('participants'), fund);
    expect(await followUps.listAwaited(inWorkspace(fund))).toEqual([]);
    expect(await followUps.listDecisionsOfAction({ ...inWorkspace(fund), ...forDelegations })).toEqual([]);
    await expect(shown(forDelegations.decisionId, fund)).rejects.toMatchObject({ code: 'not_found' });
    const answer = { accepted: true } as const;
    await expect(
      followUps.answerFollowUp({ ...inWorkspace(fund), ...forDelegations, answer }),
    ).rejects.toMatchObject({ code: 'not_found' });
    expect(await shown(forDelegations.decisionId, ministry)).toHaveLength(1);
  });

  it('a plan of another workspace is not there, nor what was reported in it under the same id', async () => {
    const { followUps } = test.services;
    const on = await link(await decide());
    const elsewhere = await buildPlan(db);
    const { convenor, planId } = elsewhere;
    await elsewhere.edit(convenor, (doc) =>
      addAction(doc, {
        id: on.actionId,
        title: 'Theirs',
        lead: { institutionId: convenor.institutionId, text: '' },
      }),
    );
    const report = { periodStart: '2026-01-01', periodEnd: '2026-12-31', evidence: '', blocker: '' };
    await elsewhere.services.plans.reportStatus({
      ...{ actor: convenor.actor, planId, actionId: on.actionId },
      ...{ ...report, status: 'completed' },
    });
    expect(await shown(on.decisionId)).toMatchObject([
      { action: { title: 'Draft the decree', status: null } },
    ]);
    const notFound = { code: 'not_found' };
    await expect(followUps.askLeadAgain({ ...asConvenor(), ...on, planId })).rejects.toMatchObject(notFound);
    await expect(followUps.linkAction({ ...asConvenor(), ...on, planId, added: null })).rejects.toMatchObject(
      notFound,
    );
    await elsewhere.services.documents.stop();
  });

  it('what was deferred has nothing to be carried out', async () => {
    await expect(link(await decide('public', 'block'))).rejects.toMatchObject({ code: 'stale' });
    expect((await test.services.plans.listActions(asConvenor())).total).toBe(0);
  });

  it('only convenors link, and only the lead answers', async () => {
    const { followUps } = test.services;
    const on = await link(await decide());
    const forbidden = { code: 'forbidden' };
    const answer = { accepted: true } as const;
    await expect(
      followUps.linkAction({ ...inWorkspace(ministry), ...on, added: null }),
    ).rejects.toMatchObject(forbidden);
    await expect(followUps.unlinkAction({ ...inWorkspace(ministry), ...on })).rejects.toMatchObject(
      forbidden,
    );
    await expect(followUps.askLeadAgain({ ...inWorkspace(ministry), ...on })).rejects.toMatchObject(
      forbidden,
    );
    await expect(followUps.answerFollowUp({ ...asConvenor(), ...on, answer })).rejects.toMatchObject(
      forbidden,
    );
  });
});
