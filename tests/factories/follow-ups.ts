import { pino } from 'pino';
import type { Db } from '#db/db';
import type { Step } from '#domain/dialogues/gradient';
import type { Confidentiality } from '#domain/dialogues/kinds';
import type {
  ActionId,
  DecisionId,
  DialogueId,
  DialogueItemId,
  DialogueProposalId,
  PositionId,
} from '#domain/ids';
import { makeBackground } from '#server/background';
import { makeFollowUps } from '#server/features/follow-ups';
import type { Message } from '#server/mail';
import { newId } from '#server/new-id';
import { consensus, dialogueFacts, itemFacts } from './dialogues';
import { buildPlan } from './plans';
import { type BuiltMember, buildMember } from './workspaces';

/** A plan, two institutions of which the first is invited to dialogues, and what follows from decisions, with its mails. */
export async function openTestFollowUps(db: Db) {
  const built = await buildPlan(db);
  const { workspaceId, services, clock, planId } = built;
  const ministry = await buildMember(db, { workspaceId, role: 'drafter' });
  const fund = await buildMember(db, { workspaceId, role: 'contributor' });
  const mails: Message[] = [];
  const logged: unknown[] = [];
  const background = makeBackground(
    pino({}, { write: (line: string) => void logged.push(JSON.parse(line)) }),
  );
  let isBroken = false;
  const mail = {
    send(message: Message) {
      if (isBroken) throw new Error('no mail today');
      mails.push(message);
    },
  };
  const { events, documents, dialogues, plans } = services;
  const publicUrl = 'https://concord.example';
  const followUps = makeFollowUps({
    ...{ db, clock, events, documents, dialogues, plans },
    ...{ background, mail, publicUrl },
  });

  const inWorkspace = ({ actor }: BuiltMember) => ({ actor, workspaceId });
  const asConvenor = () => inWorkspace(built.convenor);

  async function decide(
    confidentiality: Confidentiality = 'public',
    step: Step = 'support',
  ): Promise<DecisionId> {
    const dialogueId = newId<DialogueId>();
    const on = { ...asConvenor(), dialogueId };
    const [itemId, proposalId] = [newId<DialogueItemId>(), newId<DialogueProposalId>()];
    const { institutionId } = built.convenor;
    await dialogues.planDialogue({ ...on, facts: dialogueFacts() });
    await dialogues.inviteInstitutions({ ...on, institutionIds: [institutionId, ministry.institutionId] });
    await dialogues.addItem({ ...on, itemId, facts: itemFacts({ confidentiality }) });
    const facts = { text: 'One payer', scale: 'gradient', isHidden: false, rule: consensus } as const;
    await dialogues.propose({ ...on, proposalId, itemId, amendsId: null, facts });
    await dialogues.openProposal({ ...on, proposalId });
    await dialogues.takePosition({
      ...{ ...on, proposalId },
      position: {
        id: newId<PositionId>(),
        ...{ institutionId, step, reason: 'As agreed', isAdReferendum: false },
      },
    });
    await dialogues.closeProposal({ ...on, proposalId });
    const decisionId = newId<DecisionId>();
    const decision = { text: 'One payer from 2027', budgetImplication: '', reviewOn: null, changes: null };
    await dialogues.decide({ ...on, proposalId, decisionId, facts: decision });
    return decisionId;
  }

  const link = (
    decisionId: DecisionId,
    lead: BuiltMember | null = ministry,
    actionId = newId<ActionId>(),
    title = 'Draft the decree',
  ) =>
    followUps
      .linkAction({
        ...{ ...asConvenor(), decisionId, planId, actionId },
        added: lead && { title, leadInstitutionId: lead.institutionId },
      })
      .then(() => ({ decisionId, planId, actionId }));

  /** What was mailed since this was asked last. */
  async function mailed() {
    await background.settled();
    return mails.splice(0);
  }

  return {
    ...{ built, services: { ...services, followUps }, followUps, ministry, fund },
    ...{ inWorkspace, asConvenor, decide, link, mailed, logged },
    breakMail: () => {
      isBroken = true;
    },
    async close() {
      await background.settled();
      await services.documents.stop();
    },
  };
}

export type TestFollowUps = Awaited<ReturnType<typeof openTestFollowUps>>;
