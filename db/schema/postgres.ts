import { postgresKit } from '../kit/postgres';
import { buildTables } from '../tables';

// drizzle-kit reads named exports only; the parity test proves that none is missing.
export const {
  accounts,
  sessions,
  passwordResets,
  instanceSettings,
  workspaces,
  fiscalCalendars,
  institutions,
  institutionIdentifiers,
  workspaceInstitutions,
  memberships,
  actingChoices,
  workspaceVisits,
  invitations,
  documents,
  documentUpdates,
  documentSnapshots,
  documentDigests,
  plans,
  planProjections,
  planObjectives,
  planActions,
  planSupporters,
  planCosts,
  planFunding,
  planIndicators,
  statusReports,
  planImports,
  events,
} = buildTables(postgresKit);
