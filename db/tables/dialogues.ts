import type { ItemState } from '../../domain/dialogues/agenda-item';
import type { DecisionState } from '../../domain/dialogues/decision';
import type { Heard, Usefulness } from '../../domain/dialogues/feedback';
import type { Floor, FloorLimits } from '../../domain/dialogues/floor';
import type { FollowUpState } from '../../domain/dialogues/follow-up';
import type { Scale, Step } from '../../domain/dialogues/gradient';
import type { DialogueGroup } from '../../domain/dialogues/groups';
import type {
  Confidentiality,
  DelegateRole,
  DialogueType,
  DialogueVisibility,
  ItemPurpose,
  LinkAudience,
  LinkKind,
} from '../../domain/dialogues/kinds';
import type { LetterAnswer, LetterMailKind } from '../../domain/dialogues/letter';
import type { MinutesState } from '../../domain/dialogues/minutes';
import type { PlanQuote } from '../../domain/dialogues/plan-quote';
import type { ProposalState } from '../../domain/dialogues/proposal';
import type { AttendanceState, Eligible, QuorumRule } from '../../domain/dialogues/quorum';
import type { RegistrationRules } from '../../domain/dialogues/registration';
import type { DecisionRule, Verdict } from '../../domain/dialogues/verdict';
import type { TextBlock } from '../../domain/documents/text-blocks';
import type {
  AccountId,
  ActionId,
  AttendanceMarkId,
  DecisionId,
  DelegateId,
  DialogueId,
  DialogueItemId,
  DialogueLinkId,
  DialogueProposalId,
  DocumentId,
  InstitutionId,
  ItemQuoteId,
  LetterId,
  PlanId,
  PositionId,
  RegistrationId,
  WorkspaceId,
} from '../../domain/ids';
import type { Language } from '../../domain/languages';
import type { Kit } from '../kit/sqlite';
import type { AccountsTables } from './accounts';
import type { DocumentsTables } from './documents';
import type { PlansTables } from './plans';
import type { WorkspacesTables } from './workspaces';

/** A reservation as it is recorded with a decision. */
export interface Reservation {
  institutionId: InstitutionId;
  reason: string;
}

/** Technical dialogues: who is invited, what is on the agenda, what was said, and what was decided. */
export function dialoguesTables(
  kit: Kit,
  {
    accounts,
    workspaces,
    institutions,
    documents,
    plans,
  }: AccountsTables & WorkspacesTables & DocumentsTables & PlansTables,
) {
  const workspaceRef = () =>
    kit
      .id<WorkspaceId>()
      .notNull()
      .references(() => workspaces.id, { onDelete: 'cascade' });
  const institutionRef = () =>
    kit
      .id<InstitutionId>()
      .notNull()
      .references(() => institutions.id);
  const accountRef = () =>
    kit
      .id<AccountId>()
      .notNull()
      .references(() => accounts.id);

  const dialogues = kit.table(
    'dialogues',
    {
      id: kit.id<DialogueId>().primaryKey(),
      workspaceId: workspaceRef(),
      /** The year and the number in it under which the dialogue is cited; both stay when it is moved. */
      year: kit.integer().notNull(),
      number: kit.integer().notNull(),
      type: kit.choice<DialogueType>().notNull(),
      title: kit.text().notNull(),
      purpose: kit.text().notNull(),
      place: kit.text().notNull(),
      link: kit.text().notNull(),
      /** IANA name; times of the agenda are shown in it. */
      timeZone: kit.text().notNull(),
      languages: kit.json<Language[]>().notNull(),
      startsAt: kit.instant().notNull(),
      limits: kit.json<FloorLimits>().notNull(),
      quorum: kit.json<QuorumRule>(),
      /** What was said may be used, but not by whom: outside of the participants nothing is attributed. */
      isChathamHouse: kit.boolean().notNull().default(false),
      startedAt: kit.instant(),
      endedAt: kit.instant(),
      /** It will not take place. Only what has not begun is cancelled. */
      cancelledAt: kit.instant(),
      cancelReason: kit.text().notNull().default(''),
      /** Raised whenever what calendars show of it changes; null while nothing has. */
      calendarSequence: kit.integer().notNull().default(0),
      calendarChangedAt: kit.instant(),
      /** What it was when the start or the place last changed: answers to anything earlier were to another meeting. */
      scheduleSequence: kit.integer().notNull().default(0),
      /** `public`: it has a page that everyone may read, without what is not public of its agenda. */
      visibility: kit.choice<DialogueVisibility>().notNull().default('members'),
      /** Null while nobody can register on its public page. */
      registration: kit.json<RegistrationRules>(),
      /** What the convenors say to those invited, above what every letter says. */
      letterText: kit.text().notNull().default(''),
      /** Whether letters are followed by reminders by themselves. */
      hasReminders: kit.boolean().notNull().default(false),
      createdAt: kit.instant().notNull(),
      createdBy: accountRef(),
    },
    (t) => [kit.uniqueIndex('dialogues_number').on(t.workspaceId, t.year, t.number)],
  );
  const dialogueRef = () =>
    kit
      .id<DialogueId>()
      .notNull()
      .references(() => dialogues.id, { onDelete: 'cascade' });

  /** `item` and `floor` change only through the rules of domain/dialogues, inside a transaction. */
  const dialogueItems = kit.table(
    'dialogue_items',
    {
      id: kit.id<DialogueItemId>().primaryKey(),
      dialogueId: dialogueRef(),
      /** From 0, without gaps, over every item of the dialogue. */
      position: kit.integer().notNull(),
      title: kit.text().notNull(),
      purpose: kit.choice<ItemPurpose>().notNull(),
      presenter: kit.text().notNull(),
      plannedMinutes: kit.integer().notNull(),
      confidentiality: kit.choice<Confidentiality>().notNull(),
      item: kit.json<ItemState>().notNull(),
      floor: kit.json<Floor>().notNull(),
      /** Whose decisions it goes through again, as they stand when it is read. */
      reviewsDialogueId: kit.id<DialogueId>().references(() => dialogues.id, { onDelete: 'set null' }),
    },
    (t) => [kit.index('dialogue_items_dialogue').on(t.dialogueId)],
  );
  const itemRef = () =>
    kit
      .id<DialogueItemId>()
      .notNull()
      .references(() => dialogueItems.id, { onDelete: 'cascade' });

  /** What of plans an item is about, as it read when the convenor put it there. */
  const dialogueItemQuotes = kit.table(
    'dialogue_item_quotes',
    {
      id: kit.id<ItemQuoteId>().primaryKey(),
      itemId: itemRef(),
      source: kit.json<PlanQuote>().notNull(),
      addedAt: kit.instant().notNull(),
      accountId: accountRef(),
    },
    (t) => [kit.index('dialogue_item_quotes_item').on(t.itemId)],
  );

  const dialogueInvitations = kit.table(
    'dialogue_invitations',
    {
      dialogueId: dialogueRef(),
      institutionId: institutionRef(),
      group: kit.choice<DialogueGroup>().notNull(),
      /** Null while it has not answered. */
      answer: kit.choice<'accepted' | 'declined'>(),
      /** Null beside an answer: that was to a former date (domain/dialogues/kept-answer.ts). So it is of letters. */
      answeredAt: kit.instant(),
      /** Null where a letter has answered, by its link or from a calendar. */
      answeredBy: kit.id<AccountId>().references(() => accounts.id),
      /** On what the convenor recorded the answer, such as a call; null where the institution gave it itself. */
      answerBasis: kit.text(),
    },
    (t) => [kit.primaryKey({ columns: [t.dialogueId, t.institutionId] })],
  );

  const dialogueDelegates = kit.table(
    'dialogue_delegates',
    {
      id: kit.id<DelegateId>().primaryKey(),
      dialogueId: dialogueRef(),
      institutionId: institutionRef(),
      /** By name or by function, as the institution wants to be read. */
      name: kit.text().notNull(),
      role: kit.choice<DelegateRole>().notNull(),
    },
    (t) => [kit.index('dialogue_delegates_dialogue').on(t.dialogueId)],
  );

  /** Never changed, but taken back where it was a mistake. Ids are made by who sends: a mark sent twice counts once. */
  const attendanceMarks = kit.table(
    'attendance_marks',
    {
      id: kit.id<AttendanceMarkId>().primaryKey(),
      dialogueId: dialogueRef(),
      institutionId: institutionRef(),
      state: kit.choice<AttendanceState>().notNull(),
      at: kit.instant().notNull(),
      accountId: accountRef(),
      /** When it was found to be a mistake, and by whom: it counts nowhere. */
      takenBackAt: kit.instant(),
      takenBackBy: kit.id<AccountId>().references(() => accounts.id),
    },
    (t) => [kit.index('attendance_marks_dialogue').on(t.dialogueId)],
  );

  const dialogueProposals = kit.table(
    'dialogue_proposals',
    {
      id: kit.id<DialogueProposalId>().primaryKey(),
      dialogueId: dialogueRef(),
      itemId: itemRef(),
      /** Within the dialogue, from 1. */
      number: kit.integer().notNull(),
      text: kit.text().notNull(),
      scale: kit.choice<Scale>().notNull(),
      isHidden: kit.boolean().notNull(),
      rule: kit.json<DecisionRule>().notNull(),
      state: kit.choice<ProposalState>().notNull(),
      /** Who may take a position and for which group it counts: fixed when the proposal is opened. */
      eligible: kit.json<Eligible[]>().notNull(),
      /** As computed at closing; null before. */
      verdict: kit.json<Verdict>(),
      amendsId: kit.id<DialogueProposalId>(),
      /** What of a plan it is about, as it was when it was put; null where it is about none. */
      source: kit.json<PlanQuote>(),
      openedAt: kit.instant(),
      closedAt: kit.instant(),
    },
    (t) => [kit.uniqueIndex('dialogue_proposals_number').on(t.dialogueId, t.number)],
  );
  const proposalRef = () =>
    kit
      .id<DialogueProposalId>()
      .notNull()
      .references(() => dialogueProposals.id, { onDelete: 'cascade' });

  /** Append-only; the last of an institution is its position. */
  const positions = kit.table(
    'positions',
    {
      id: kit.id<PositionId>().primaryKey(),
      proposalId: proposalRef(),
      /** The order in which they were taken, from 0. */
      number: kit.integer().notNull(),
      institutionId: institutionRef(),
      step: kit.choice<Step>().notNull(),
      reason: kit.text().notNull(),
      isAdReferendum: kit.boolean().notNull(),
      /** On what the convenor recorded it; null where the institution took it itself. */
      basis: kit.text(),
      at: kit.instant().notNull(),
      accountId: accountRef(),
    },
    (t) => [kit.uniqueIndex('positions_number').on(t.proposalId, t.number)],
  );

  const decisions = kit.table(
    'decisions',
    {
      id: kit.id<DecisionId>().primaryKey(),
      workspaceId: workspaceRef(),
      dialogueId: dialogueRef(),
      itemId: itemRef(),
      proposalId: proposalRef(),
      /** Within the dialogue, from 1. */
      number: kit.integer().notNull(),
      /** As it is cited: MDG/2026/03/D4. */
      reference: kit.text().notNull(),
      text: kit.text().notNull(),
      rule: kit.json<DecisionRule>().notNull(),
      verdict: kit.json<Verdict>().notNull(),
      reservations: kit.json<Reservation[]>().notNull(),
      budgetImplication: kit.text().notNull(),
      reviewOn: kit.date(),
      state: kit.json<DecisionState>().notNull(),
      decidedAt: kit.instant().notNull(),
      accountId: accountRef(),
    },
    (t) => [
      kit.uniqueIndex('decisions_reference').on(t.workspaceId, t.reference),
      kit.uniqueIndex('decisions_proposal').on(t.proposalId),
    ],
  );

  /** Which actions of plans carry out a decision. The action itself is in its plan's document. */
  const decisionActions = kit.table(
    'decision_actions',
    {
      decisionId: kit
        .id<DecisionId>()
        .notNull()
        .references(() => decisions.id, { onDelete: 'cascade' }),
      planId: kit
        .id<PlanId>()
        .notNull()
        .references(() => plans.id, { onDelete: 'cascade' }),
      actionId: kit.id<ActionId>().notNull(),
      /** As it was called when it was linked, for where it is no more. */
      title: kit.text().notNull(),
      /** Who led it when it was asked, and answers. */
      leadInstitutionId: institutionRef(),
      /** Changes only through the rules of domain/dialogues, inside a transaction. */
      state: kit.json<FollowUpState>().notNull(),
      linkedAt: kit.instant().notNull(),
      /** Who asked last. */
      accountId: accountRef(),
    },
    (t) => [
      kit.primaryKey({ columns: [t.decisionId, t.planId, t.actionId] }),
      kit.index('decision_actions_action').on(t.planId, t.actionId),
    ],
  );

  /** How far the minutes of a dialogue have come; they begin with the sitting, or when a convenor says so. */
  const dialogueMinutes = kit.table('dialogue_minutes', {
    dialogueId: dialogueRef().primaryKey(),
    /** Changes only through the rules of domain/dialogues, inside a transaction. */
    minutes: kit.json<MinutesState>().notNull(),
    begunAt: kit.instant().notNull(),
    lockedAt: kit.instant(),
  });

  /**
   * The minutes of an item: a document of its own, so that who may know the item, and only they, may open it. What
   * follows the document is null until the minutes are locked, and then what was agreed, for good.
   */
  const itemMinutes = kit.table(
    'item_minutes',
    {
      itemId: itemRef().primaryKey(),
      documentId: kit
        .id<DocumentId>()
        .notNull()
        .references(() => documents.id, { onDelete: 'cascade' }),
      text: kit.json<TextBlock[]>(),
      /** SHA-256 of the text as JSON, in hexadecimal. */
      hash: kit.text(),
      /** The place in the document's log whose text this is. */
      epoch: kit.integer(),
      seq: kit.integer(),
      /** Whose people wrote in it, by the document's log. */
      authors: kit.json<InstitutionId[]>(),
    },
    (t) => [kit.uniqueIndex('item_minutes_document').on(t.documentId)],
  );

  /** Papers and recordings: where they are to be found. */
  const dialogueLinks = kit.table(
    'dialogue_links',
    {
      id: kit.id<DialogueLinkId>().primaryKey(),
      dialogueId: dialogueRef(),
      /** The item for which it is a paper, and with which it goes: it may be as confidential. Null for the whole dialogue. */
      itemId: kit.id<DialogueItemId>().references(() => dialogueItems.id, { onDelete: 'cascade' }),
      kind: kit.choice<LinkKind>().notNull(),
      title: kit.text().notNull(),
      url: kit.text().notNull(),
      audience: kit.choice<LinkAudience>().notNull(),
      addedAt: kit.instant().notNull(),
      accountId: accountRef(),
    },
    (t) => [kit.index('dialogue_links_dialogue').on(t.dialogueId)],
  );

  /** People without an account who registered on a public page: no more of them than they consented to. */
  const dialogueRegistrations = kit.table(
    'dialogue_registrations',
    {
      id: kit.id<RegistrationId>().primaryKey(),
      dialogueId: dialogueRef(),
      /** What opens their own page, from the mail alone. */
      tokenHash: kit.text().notNull(),
      name: kit.text().notNull(),
      /** What they do where they work. */
      position: kit.text().notNull(),
      institution: kit.text().notNull(),
      email: kit.text().notNull(),
      emailKey: kit.text().notNull(),
      language: kit.choice<Language>().notNull(),
      registeredAt: kit.instant().notNull(),
      attendance: kit.choice<'present' | 'absent'>(),
      /** Which state of the dialogue their last mail told of (RFC 5545, SEQUENCE). */
      toldSequence: kit.integer().notNull().default(0),
      /** The last mail was handed to the mail server; null while that is not known. */
      deliveredAt: kit.instant(),
      /** What opened their page before the last mail; it still does, since that mail may never have come. */
      formerTokenHash: kit.text(),
    },
    (t) => [
      kit.uniqueIndex('dialogue_registrations_email').on(t.dialogueId, t.emailKey),
      kit.uniqueIndex('dialogue_registrations_token').on(t.tokenHash),
    ],
  );

  /** To whom of an invited institution the invitation goes. */
  const dialogueLetters = kit.table(
    'dialogue_letters',
    {
      id: kit.id<LetterId>().primaryKey(),
      dialogueId: dialogueRef(),
      institutionId: institutionRef(),
      name: kit.text().notNull(),
      email: kit.text().notNull(),
      emailKey: kit.text().notNull(),
      language: kit.choice<Language>().notNull(),
      answer: kit.choice<LetterAnswer>(),
      answeredAt: kit.instant(),
      answeredBy: kit.choice<'link' | 'calendar'>(),
      addedAt: kit.instant().notNull(),
      accountId: accountRef(),
    },
    (t) => [kit.uniqueIndex('dialogue_letters_email').on(t.dialogueId, t.emailKey)],
  );

  /** Each mail of a letter, with a link of its own; all of them open the letter. */
  const dialogueLetterMails = kit.table(
    'dialogue_letter_mails',
    {
      id: kit.id<string>().primaryKey(),
      letterId: kit
        .id<LetterId>()
        .notNull()
        .references(() => dialogueLetters.id, { onDelete: 'cascade' }),
      kind: kit.choice<LetterMailKind>().notNull(),
      tokenHash: kit.text().notNull(),
      /** What it told of the dialogue (RFC 5545, SEQUENCE). */
      sequence: kit.integer().notNull(),
      sentAt: kit.instant().notNull(),
      /** It was handed to the mail server; null while that is not known. */
      deliveredAt: kit.instant(),
      failedAt: kit.instant(),
    },
    (t) => [
      kit.index('dialogue_letter_mails_letter').on(t.letterId),
      kit.uniqueIndex('dialogue_letter_mails_token').on(t.tokenHash),
    ],
  );

  /** What an invited institution says of a dialogue afterwards, and what the convenors reply to it. */
  const dialogueFeedback = kit.table(
    'dialogue_feedback',
    {
      dialogueId: dialogueRef(),
      institutionId: institutionRef(),
      heard: kit.choice<Heard>().notNull(),
      /** Null where it did not say. */
      usefulness: kit.integer().$type<Usefulness>(),
      /** What was not heard; may be empty. */
      text: kit.text().notNull(),
      /** When it was last changed, and by whom. */
      givenAt: kit.instant().notNull(),
      givenBy: accountRef(),
      reply: kit.text().notNull().default(''),
      /** Null while there is no reply. */
      repliedAt: kit.instant(),
      repliedBy: kit.id<AccountId>().references(() => accounts.id),
    },
    (t) => [kit.primaryKey({ columns: [t.dialogueId, t.institutionId] })],
  );

  return {
    dialogues,
    dialogueLetters,
    dialogueLetterMails,
    dialogueFeedback,
    dialogueLinks,
    dialogueRegistrations,
    dialogueItems,
    dialogueItemQuotes,
    dialogueInvitations,
    dialogueDelegates,
    attendanceMarks,
    dialogueProposals,
    positions,
    decisions,
    decisionActions,
    dialogueMinutes,
    itemMinutes,
  };
}
