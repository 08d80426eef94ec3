/** What a partner does in a mandate, by IATI's OrganisationRole: 1 funding, 2 accountable, 3 extending, 4 implementing. */
export const mandateRoles = [1, 2, 3, 4] as const;
export type MandateRole = (typeof mandateRoles)[number];

/** By what means a partner supports a country. */
export const instruments = [
  'grant',
  'concessional_loan',
  'loan',
  'guarantee',
  'budget_support',
  'pooled_fund',
  'technical_assistance',
  'in_kind',
  'policy_dialogue',
] as const;
export type Instrument = (typeof instruments)[number];

/** How its money reaches the work: whose systems carry it. */
export const modalities = ['national_systems', 'basket', 'project', 'third_party'] as const;
export type Modality = (typeof modalities)[number];

export const partnerDocumentKinds = [
  'strategy',
  'agreement',
  'report',
  'evaluation',
  'guideline',
  'other',
] as const;
export type PartnerDocumentKind = (typeof partnerDocumentKinds)[number];

/** The parts of a partner's record that a convenor may propose to change. */
export const proposalSubjects = ['profile', 'focal_person', 'mandate', 'document'] as const;
export type ProposalSubject = (typeof proposalSubjects)[number];

export const proposalStates = ['open', 'accepted', 'rejected', 'withdrawn'] as const;
export type ProposalState = (typeof proposalStates)[number];
