import type { FactKind } from '../../domain/commitments/kinds';
import type { ActivityRecord, FactRecord } from '../../domain/commitments/types';
import type { Heard, Usefulness } from '../../domain/dialogues/feedback';
import type { Step } from '../../domain/dialogues/gradient';
import type { Confidentiality, DialogueType, ItemPurpose } from '../../domain/dialogues/kinds';
import type { LetterAnswer } from '../../domain/dialogues/letter';
import type { AttendanceState } from '../../domain/dialogues/quorum';
import type { InstitutionKind } from '../../domain/institutions/kinds';
import type { Instrument, MandateRole, Modality, PartnerDocumentKind } from '../../domain/partners/kinds';
import type { Block, Certainty } from '../../domain/plans/types';
import type { Theme } from '../../domain/themes';
import type { Role } from '../../domain/workspaces/roles';
import type { DemoBudgetStep, DemoCycle } from './cycle-types';

/** Facts of the demo, as data; server/demo enters them through the same commands that people use. */
export interface DemoInstitution {
  acronym: string;
  kind: InstitutionKind;
  country: string | null;
  en: string;
  fr: string;
  es: string;
  /** [scheme, value] */
  identifiers?: [string, string][];
}

export interface DemoPerson {
  email: string;
  /** A function, never a person's name. */
  name: string;
  language: 'en' | 'fr' | 'es';
  /** Institution by acronym and role; several when the person can act for several. */
  memberships: { acronym: string; role: Role; canInvite?: boolean }[];
}

/** A partner's record. Without a place a mandate holds in the workspace's country. */
export interface DemoPartner {
  acronym: string;
  about: string;
  instruments: Instrument[];
  modalities: Modality[];
  aliases: string[];
  people: { position: string; country: string | null; email: string; hasConsented: boolean }[];
  mandates: {
    theme: Theme;
    instrument: Instrument;
    role: MandateRole;
    place?: string;
    approach?: string;
    validFrom?: string | null;
    validTo?: string | null;
    lastReviewedOn?: string;
  }[];
  /** `path` below https://example.org/. */
  documents: { kind: PartnerDocumentKind; title: string; path: string; publishedOn: string }[];
}

/** A change to the mandate for a theme that a convenor proposes; with a rejection it is answered. */
export interface DemoProposal {
  acronym: string;
  theme: Theme;
  change: Record<string, string | number>;
  reason: string;
  rejection: string | null;
}

/** Money of a partner; shares as "code" or "code percentage". */
export interface DemoActivity
  extends Partial<
    Pick<ActivityRecord, 'identifier' | 'description' | 'isOnPlan' | 'isOnBudget' | 'isOnTreasury'>
  > {
  acronym: string;
  title: string;
  status: ActivityRecord['status'];
  startsOn: string;
  endsOn: string;
  instrument: Instrument;
  countries: string[];
  sectors: string[];
  /** Kind, amount, currency, first day, last day where it is a period, and what else is known. */
  facts: [FactKind, string, string, string, string?, Partial<FactRecord>?][];
}

export interface DemoObjective {
  key: string;
  parent: string | null;
  level: 'orientation' | 'axis' | 'objective';
  title: string;
}

export interface DemoAction {
  objective: string;
  title: string;
  description?: string;
  /** Acronym of an institution of the workspace, or free text. */
  lead: string;
  supporters: string[];
  block: Block;
  themes: Theme[];
  start: string;
  end: string;
  currency?: string;
  /** Amounts by fiscal year, as a desk officer would type them. */
  costs: Record<number, string>;
  funding: { source: string; amount: string; certainty: Certainty; currency?: string; year?: number }[];
  indicator?: { name: string; baseline: string; target: string; year: string; source: string };
  report?: {
    status: 'not_started' | 'in_progress' | 'completed' | 'cancelled';
    periodStart: string;
    periodEnd: string;
    evidence: string;
    blocker?: string;
  };
}

export type NarrativeBlock =
  | { heading: 2 | 3; text: string }
  | { paragraph: string }
  | { bullets: string[] }
  | { quote: string };

export interface DemoItem {
  title: string;
  purpose: ItemPurpose;
  presenter: string;
  plannedMinutes: number;
  confidentiality: Confidentiality;
  /** Papers for participants, and actions of the workspace's plan by title. */
  toRead?: { papers: { title: string; path: string }[]; actions: string[] };
  speakers?: { acronym: string; speaker: string; minutes: number }[];
  /** Written by one institution; with them the minutes of the dialogue are brought to their end. */
  minutes?: { by: string; text: NarrativeBlock[] };
  corrections?: { acronym: string; text: string; accepted: boolean; answer: string }[];
  proposal?: {
    text: string;
    /** The action of the workspace's plan that it quotes, by title. */
    about?: string;
    positions: { acronym: string; step: Step; reason: string; isAdReferendum?: boolean; basis?: string }[];
    decision: {
      budgetImplication: string;
      reviewInDays: number;
      /** Actions of the workspace's plan that carry it out, by title; their leads have accepted or not yet answered. */
      actions: { title: string; isAccepted: boolean }[];
    };
  };
}

export interface DemoDialogue {
  title: string;
  type: DialogueType;
  purpose: string;
  place: string;
  /** One in the past has been held, with all that its data say. */
  daysFromToday: number;
  time: string;
  items: DemoItem[];
  invited: {
    acronym: string;
    answer: 'accepted' | 'declined' | null;
    attendance?: AttendanceState;
    head?: string;
  }[];
  link?: string;
  letters?: { text: string; to: DemoLetter[] };
  feedback?: { acronym: string; heard: Heard; usefulness: Usefulness; text: string; reply?: string }[];
  publicPage?: {
    places: number;
    /** `path` below https://example.org/. */
    papers: { title: string; path: string }[];
    registered: { name: string; position: string; institution: string; email: string }[];
  };
}

export interface DemoLetter {
  acronym: string;
  /** A function, never a person's name. */
  name: string;
  email: string;
  answer: LetterAnswer | null;
  delegate?: string;
  isUnsent?: true;
}

export interface DemoWorkspace {
  slug: string;
  name: string;
  country: string;
  currency: string;
  languages: ('en' | 'fr' | 'es')[];
  calendars: { appliesFrom: string; startMonth: number; startDay: number }[];
  institutions: DemoInstitution[];
  people: DemoPerson[];
  cycles: DemoCycle[];
  budget: DemoBudgetStep[];
  /** Their institutions are among the workspace's. */
  partners: DemoPartner[];
  proposals: DemoProposal[];
  commitments: DemoActivity[];
  dialogues?: DemoDialogue[];
  plan: {
    title: string;
    startYear: number;
    endYear: number;
    narrative: NarrativeBlock[];
    objectives: DemoObjective[];
    actions: DemoAction[];
  };
}
