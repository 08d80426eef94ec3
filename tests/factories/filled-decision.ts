import type {
  ActionId,
  DecisionId,
  DialogueId,
  DialogueItemId,
  DialogueProposalId,
  InstitutionId,
  PlanId,
  PositionId,
  WorkspaceId,
} from '#domain/ids';
import type { Actor } from '#domain/workspaces/actor';
import { newId } from '#server/new-id';
import type { Services } from '#server/services';
import { consensus } from './dialogues';

/** A decision of an item, with an action of a plan that carries it out and waits for its lead's answer. */
export async function fillDecision(
  { dialogues, followUps }: Pick<Services, 'dialogues' | 'followUps'>,
  asked: { actor: Actor; workspaceId: WorkspaceId; dialogueId: DialogueId },
  {
    text,
    itemId,
    institutionId,
    ...action
  }: {
    text: string;
    itemId: DialogueItemId;
    institutionId: InstitutionId;
    planId: PlanId;
    actionId: ActionId;
  },
): Promise<DecisionId> {
  const on = { ...asked, proposalId: newId<DialogueProposalId>() };
  const decisionId = newId<DecisionId>();
  const facts = { text, scale: 'gradient', isHidden: false, rule: consensus } as const;
  await dialogues.propose({ ...on, itemId, facts, amendsId: null });
  await dialogues.openProposal(on);
  const said = {
    institutionId,
    step: 'support',
    reason: '',
    isAdReferendum: false,
    basis: 'A letter',
  } as const;
  await dialogues.recordPosition({ ...on, position: { ...said, id: newId<PositionId>() } });
  await dialogues.closeProposal(on);
  const decision = { text, budgetImplication: '', reviewOn: null, changes: null };
  await dialogues.decide({ ...on, decisionId, facts: decision });
  await followUps.linkAction({ ...asked, decisionId, ...action, added: null });
  return decisionId;
}
