import { pino } from 'pino';
import type { Db } from '#db/db';
import type { Confidentiality } from '#domain/dialogues/kinds';
import type { DecisionRule } from '#domain/dialogues/verdict';
import type { DialogueId, DialogueItemId, DialogueProposalId } from '#domain/ids';
import { type DialogueFacts, type ItemFacts, makeDialogues } from '#server/features/dialogues';
import { makeDocuments } from '#server/features/documents';
import { newId } from '#server/new-id';
import { openTestWorkspaces } from './workspace-services';
import { type BuiltMember, buildMember, buildWorkspace } from './workspaces';

export function dialogueFacts(overrides: Partial<DialogueFacts> = {}): DialogueFacts {
  return {
    type: 'technical_dialogue',
    title: 'Financing of primary care',
    purpose: 'Agree on the cost sharing',
    place: 'Antananarivo',
    link: 'https://meet.example/room',
    timeZone: 'Indian/Antananarivo',
    languages: ['fr', 'en'],
    startsAt: '2026-03-02T06:00:00.000Z',
    limits: { perInterventionMs: 180_000, perInstitutionMs: null },
    quorum: null,
    isChathamHouse: false,
    ...overrides,
  };
}

export function itemFacts(overrides: Partial<ItemFacts> = {}): ItemFacts {
  return {
    title: 'Cost sharing',
    purpose: 'decision',
    presenter: 'Ministry of Finance',
    plannedMinutes: 30,
    confidentiality: 'public',
    ...overrides,
  };
}

export const consensus: DecisionRule = { kind: 'consensus', quorum: null };

/** A dialogue of a fresh workspace with three invited institutions, someone of each, and someone of an uninvited one. */
export async function openTestDialogue(db: Db, slug?: string) {
  const house = openTestWorkspaces(db);
  const { clock, events, accounts, workspaces } = house;
  const log = pino({ level: 'silent' });
  const documents = makeDocuments({ db, clock, log, events, accounts, workspaces });
  const dialogues = makeDialogues({ db, clock, events, documents });
  const { workspaceId, convenor } = await buildWorkspace(db, slug ? { slug } : {});
  const [ministry, fund, observer, guest] = [
    await buildMember(db, { workspaceId, role: 'drafter' }),
    await buildMember(db, { workspaceId, role: 'contributor' }),
    await buildMember(db, { workspaceId, role: 'observer' }),
    await buildMember(db, { workspaceId, role: 'drafter' }),
  ];
  const dialogueId = newId<DialogueId>();
  const asConvenor = { actor: convenor.actor, workspaceId, dialogueId };
  await dialogues.planDialogue({ ...asConvenor, facts: dialogueFacts() });
  await dialogues.inviteInstitutions({
    ...asConvenor,
    institutionIds: [convenor, ministry, fund, observer].map(({ institutionId }) => institutionId),
  });
  const as = ({ actor }: BuiltMember) => ({ actor, workspaceId, dialogueId });

  async function addItem(confidentiality: Confidentiality = 'public', title = `Item ${confidentiality}`) {
    const itemId = newId<DialogueItemId>();
    await dialogues.addItem({ ...asConvenor, itemId, facts: itemFacts({ confidentiality, title }) });
    return itemId;
  }

  async function openProposal(
    itemId: DialogueItemId,
    facts: { text?: string; isHidden?: boolean; rule?: DecisionRule; amendsId?: DialogueProposalId } = {},
  ) {
    const proposalId = newId<DialogueProposalId>();
    const { text = 'Share costs equally', isHidden = false, rule = consensus, amendsId = null } = facts;
    const proposal = { text, scale: 'gradient', isHidden, rule } as const;
    await dialogues.propose({ ...asConvenor, proposalId, itemId, facts: proposal, amendsId });
    await dialogues.openProposal({ ...asConvenor, proposalId });
    return proposalId;
  }

  return {
    ...{
      house,
      clock,
      dialogues,
      documents,
      workspaceId,
      dialogueId,
      convenor,
      ministry,
      fund,
      observer,
      guest,
    },
    ...{ asConvenor, as, addItem, openProposal },
  };
}

export type TestDialogue = Awaited<ReturnType<typeof openTestDialogue>>;
