/** Branded ids: UUIDv7 text, so that they sort by the time of their making. */
type Id<Brand extends string> = string & { readonly __brand: Brand };

export type AccountId = Id<'account'>;
export type InstitutionId = Id<'institution'>;
export type WorkspaceId = Id<'workspace'>;
export type MembershipId = Id<'membership'>;
export type InvitationId = Id<'invitation'>;
export type PlanId = Id<'plan'>;
export type DocumentId = Id<'document'>;
export type ObjectiveId = Id<'objective'>;
export type ActionId = Id<'action'>;
export type StatusReportId = Id<'statusReport'>;
export type PlanImportId = Id<'planImport'>;
export type EventId = Id<'event'>;
export type FocalPersonId = Id<'focalPerson'>;
export type MandateId = Id<'mandate'>;
export type PartnerDocumentId = Id<'partnerDocument'>;
export type ProposalId = Id<'proposal'>;
export type FundingCycleId = Id<'fundingCycle'>;
export type CycleEventId = Id<'cycleEvent'>;
export type EnvelopeId = Id<'envelope'>;
export type BudgetEventId = Id<'budgetEvent'>;
export type ActivityId = Id<'activity'>;
export type FinancialFactId = Id<'financialFact'>;
export type IatiImportId = Id<'iatiImport'>;
export type ApiTokenId = Id<'apiToken'>;
export type SavedViewId = Id<'savedView'>;
