import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Db } from '#db/db';
import type { Confidentiality } from '#domain/dialogues/kinds';
import type {
  ActionId,
  DecisionId,
  DialogueId,
  DialogueItemId,
  DialogueProposalId,
  PositionId,
} from '#domain/ids';
import { addAction } from '#domain/plans';
import { newId } from '#server/new-id';
import { dialects, openTestDb } from '#tests/factories/databases';
import { consensus, dialogueFacts, itemFacts } from '#tests/factories/dialogues';
import { buildPlan } from '#tests/factories/plans';
import { type BuiltMember, buildMember, buildWorkspace } from '#tests/factories/workspaces';

describe.each(dialects)('what a decision came of, on %s', (dialect) => {
  let db: Db;
  let built: Awaited<ReturnType<typeof buildPlan>>;
  let ministry: BuiltMember;
  let guest: BuiltMember;
  const dialogueId = newId<DialogueId>();
  const actionId = newId<ActionId>();
  beforeEach(async () => {
    db = await openTestDb(dialect);
    built = await buildPlan(db);
    const { workspaceId, services, convenor } = built;
    ministry = await buildMember(db, { workspaceId, role: 'drafter' });
    guest = await buildMember(db, { workspaceId, role: 'drafter' });
    await built.edit(convenor, (doc) => void addAction(doc, { id: actionId, title: 'Train midwives' }));
    await services.plans.project(built.planId);
  });
  afterEach(async () => {
    await built.services.documents.stop();
    await db.close();
  });

  const as = ({ actor }: Pick<BuiltMember, 'actor'>) => ({ actor, workspaceId: built.workspaceId });
  const originFor = (who: Pick<BuiltMember, 'actor'>, decisionId: DecisionId) =>
    built.services.dialogues.showDecisionOrigin({ ...as(who), decisionId });

  /** About an action of the plan, supported by the ministry ad referendum. */
  async function decide({
    confidentiality = 'public',
    isChathamHouse = false,
  }: {
    confidentiality?: Confidentiality;
    isChathamHouse?: boolean;
  } = {}): Promise<DecisionId> {
    const { dialogues } = built.services;
    const on = { ...as(built.convenor), dialogueId };
    const [itemId, proposalId] = [newId<DialogueItemId>(), newId<DialogueProposalId>()];
    const { institutionId } = ministry;
    await dialogues.planDialogue({ ...on, facts: dialogueFacts({ isChathamHouse }) });
    await dialogues.inviteInstitutions({ ...on, institutionIds: [institutionId] });
    await dialogues.addItem({ ...on, itemId, facts: itemFacts({ confidentiality }) });
    await dialogues.propose({
      ...{ ...on, proposalId, itemId, amendsId: null },
      facts: { text: 'Train 400 midwives', scale: 'gradient', isHidden: false, rule: consensus },
      quotes: { planId: built.planId, actionId },
    });
    await dialogues.openProposal({ ...on, proposalId });
    await dialogues.recordPosition({
      ...{ ...on, proposalId },
      position: {
        ...{ id: newId<PositionId>(), institutionId, step: 'support' as const },
        ...{ reason: 'It is budgeted', isAdReferendum: true, basis: 'Letter' },
      },
    });
    await dialogues.closeProposal({ ...on, proposalId });
    const decisionId = newId<DecisionId>();
    const facts = {
      text: '400 midwives are trained',
      budgetImplication: '',
      reviewOn: null,
      changes: null,
    };
    await dialogues.decide({ ...on, proposalId, decisionId, facts });
    return decisionId;
  }

  it('is the dialogue, its item, what was put about which part of a plan, and how the room stood', async () => {
    const decisionId = await decide();
    for (const who of [built.convenor, ministry, guest]) {
      const origin = await originFor(who, decisionId);
      expect(origin).toMatchObject({
        dialogue: { id: dialogueId, number: '2026/01', title: 'Financing of primary care' },
        item: { title: 'Cost sharing' },
        proposal: {
          text: 'Train 400 midwives',
          source: { planId: built.planId, actionId, quote: 'Train midwives', state: 'same' },
          positions: [
            {
              ...{ institutionId: ministry.institutionId, step: 'support' },
              ...{ reason: 'It is budgeted', isAdReferendum: true },
            },
          ],
        },
      });
      expect(origin.institutions.map(({ institution }) => institution.id)).toEqual([ministry.institutionId]);
    }
  });

  it('is told under the Chatham House Rule without who stood where to those who were not invited', async () => {
    const decisionId = await decide({ isChathamHouse: true });
    const { proposal } = await originFor(guest, decisionId);
    expect(proposal).toMatchObject({ text: 'Train 400 midwives', isAttributed: false, positions: [] });
    expect(JSON.stringify(proposal)).not.toContain('It is budgeted');
    expect((await originFor(ministry, decisionId)).proposal.positions).toHaveLength(1);
  });

  it('is not there for whom the item is not, nor for another workspace', async () => {
    const decisionId = await decide({ confidentiality: 'convenor' });
    await originFor(built.convenor, decisionId);
    for (const who of [ministry, guest])
      await expect(originFor(who, decisionId)).rejects.toMatchObject({ code: 'not_found' });
    const { workspaceId, convenor } = await buildWorkspace(db);
    await expect(
      built.services.dialogues.showDecisionOrigin({ actor: convenor.actor, workspaceId, decisionId }),
    ).rejects.toMatchObject({ code: 'not_found' });
  });
});
