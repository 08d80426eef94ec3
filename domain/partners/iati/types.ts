/** What the registry keeps of an IATI 2.0x file. Codes are as published; amounts are exact decimals as text. */

/** A text with its language: its own @xml:lang, else that of the nearest element around it; null where none says. */
export interface Narrative {
  language: string | null;
  text: string;
}

/** `amount` is null where the text is no decimal: the text is then kept and a problem says so. */
export interface IatiValue {
  amount: string | null;
  text: string;
  currency: string | null;
  valueDate: string | null;
}

export interface OrganisationRef {
  ref: string | null;
  type: string | null;
  names: Narrative[];
  activityId: string | null;
}

export interface ParticipatingOrganisation extends OrganisationRef {
  role: string | null;
  crsChannelCode: string | null;
}

/** A code of a vocabulary with its share, as published: sectors, countries and regions. */
export interface CodedShare {
  code: string | null;
  vocabulary: string | null;
  percentage: string | null;
  names: Narrative[];
}

export interface VocabularyCode {
  code: string | null;
  vocabulary: string | null;
}

export interface Transaction {
  line: number;
  ref: string | null;
  isHumanitarian: boolean | null;
  type: string | null;
  date: string | null;
  value: IatiValue;
  description: Narrative[];
  provider: OrganisationRef | null;
  receiver: OrganisationRef | null;
  disbursementChannel: string | null;
  sectors: CodedShare[];
  countries: CodedShare[];
  regions: CodedShare[];
  aidTypes: VocabularyCode[];
  financeType: string | null;
  flowType: string | null;
  tiedStatus: string | null;
}

export interface Period {
  start: string | null;
  end: string | null;
}

export interface Budget {
  line: number;
  /** 1 original, 2 revised. */
  type: string;
  /** 1 indicative, 2 committed. */
  status: string;
  period: Period;
  value: IatiValue;
}

export interface PlannedDisbursement {
  line: number;
  type: string;
  period: Period;
  value: IatiValue;
  provider: OrganisationRef | null;
  receiver: OrganisationRef | null;
}

export interface Contact {
  type: string | null;
  organisation: Narrative[];
  department: Narrative[];
  personName: Narrative[];
  jobTitle: Narrative[];
  telephones: string[];
  emails: string[];
  websites: string[];
  mailingAddresses: Narrative[][];
}

export interface DocumentLink {
  url: string | null;
  format: string | null;
  titles: Narrative[];
  descriptions: Narrative[];
  categories: string[];
  languages: string[];
  date: string | null;
}

export interface Activity {
  /** Of the file; 0 for one entered by hand. */
  line: number;
  identifier: string | null;
  lastUpdated: string | null;
  language: string | null;
  hierarchy: string | null;
  isHumanitarian: boolean | null;
  defaultCurrency: string | null;
  reportingOrganisation: OrganisationRef | null;
  participatingOrganisations: ParticipatingOrganisation[];
  titles: Narrative[];
  descriptions: { type: string | null; narratives: Narrative[] }[];
  status: string | null;
  dates: { type: string | null; date: string | null; narratives: Narrative[] }[];
  contacts: Contact[];
  countries: CodedShare[];
  regions: CodedShare[];
  sectors: CodedShare[];
  policyMarkers: (VocabularyCode & { significance: string | null; narratives: Narrative[] })[];
  collaborationType: string | null;
  defaultFlowType: string | null;
  defaultFinanceType: string | null;
  defaultAidTypes: VocabularyCode[];
  defaultTiedStatus: string | null;
  transactions: Transaction[];
  budgets: Budget[];
  plannedDisbursements: PlannedDisbursement[];
  relatedActivities: { ref: string | null; type: string | null }[];
  documents: DocumentLink[];
}

export const organisationBudgetKinds = [
  'total-budget',
  'recipient-org-budget',
  'recipient-region-budget',
  'recipient-country-budget',
  'total-expenditure',
] as const;

export type OrganisationBudgetKind = (typeof organisationBudgetKinds)[number];

export interface BudgetLine {
  ref: string | null;
  value: IatiValue;
  narratives: Narrative[];
}

/** An envelope, or what was spent in all. `recipient` is the country, region or organisation; null for totals. */
export interface OrganisationBudget {
  line: number;
  kind: OrganisationBudgetKind;
  status: string;
  recipient: { code: string | null; vocabulary: string | null; names: Narrative[] } | null;
  period: Period;
  value: IatiValue;
  lines: BudgetLine[];
}

export interface Organisation {
  line: number;
  identifier: string | null;
  lastUpdated: string | null;
  language: string | null;
  defaultCurrency: string | null;
  reportingOrganisation: OrganisationRef | null;
  names: Narrative[];
  budgets: OrganisationBudget[];
  documents: DocumentLink[];
}

export interface IatiHeader {
  standard: 'activities' | 'organisations';
  /** As published; 2.01 and 2.02 are read as 2.03, which only added to them. */
  version: '2.01' | '2.02' | '2.03';
  generatedAt: string | null;
}
