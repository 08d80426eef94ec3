import type { Step } from '../../domain/dialogues/gradient';
import type { Confidentiality, DialogueType, ItemPurpose } from '../../domain/dialogues/kinds';
import type { AttendanceState } from '../../domain/dialogues/quorum';
import type { InstitutionKind } from '../../domain/institutions/kinds';
import type { Block, Certainty } from '../../domain/plans/types';
import type { Theme } from '../../domain/themes';
import type { Role } from '../../domain/workspaces/roles';

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
  speakers?: { acronym: string; speaker: string; minutes: number }[];
  proposal?: {
    text: string;
    positions: { acronym: string; step: Step; reason: string; isAdReferendum?: boolean; basis?: string }[];
    decision: { budgetImplication: string; reviewInDays: number };
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
