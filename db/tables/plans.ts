import type {
  AccountId,
  ActionId,
  DocumentId,
  InstitutionId,
  ObjectiveId,
  PlanId,
  PlanImportId,
  StatusReportId,
  WorkspaceId,
} from '../../domain/ids';
import type { Language } from '../../domain/languages';
import type { Kit } from '../kit/sqlite';
import type { AccountsTables } from './accounts';
import type { DocumentsTables } from './documents';
import type { WorkspacesTables } from './workspaces';

type Parents = AccountsTables & WorkspacesTables & DocumentsTables;

/** Plans, what is projected from their documents (plan_*), and what needs authority (status reports). */
export function plansTables(kit: Kit, { accounts, workspaces, institutions, documents }: Parents) {
  const plans = kit.table(
    'plans',
    {
      id: kit.id<PlanId>().primaryKey(),
      workspaceId: kit
        .id<WorkspaceId>()
        .notNull()
        .references(() => workspaces.id, { onDelete: 'cascade' }),
      documentId: kit
        .id<DocumentId>()
        .notNull()
        .references(() => documents.id),
      title: kit.text().notNull(),
      language: kit.choice<Language>().notNull(),
      template: kit.choice<'blank' | 'uhc_roadmap'>().notNull(),
      /** First and last year, in the workspace's fiscal years. */
      startYear: kit.integer().notNull(),
      endYear: kit.integer().notNull(),
      createdBy: kit
        .id<AccountId>()
        .notNull()
        .references(() => accounts.id),
      createdAt: kit.instant().notNull(),
      archivedAt: kit.instant(),
    },
    (t) => [
      kit.index('plans_workspace').on(t.workspaceId),
      kit.uniqueIndex('plans_document').on(t.documentId),
    ],
  );

  const planRef = () =>
    kit
      .id<PlanId>()
      .notNull()
      .references(() => plans.id, { onDelete: 'cascade' });

  /** How far the projection has come: it equals the document at (epoch, seq). */
  const planProjections = kit.table('plan_projections', {
    planId: kit
      .id<PlanId>()
      .primaryKey()
      .references(() => plans.id, { onDelete: 'cascade' }),
    epoch: kit.integer().notNull(),
    seq: kit.integer().notNull(),
    projectedAt: kit.instant().notNull(),
    /** The narrative as plain text, for search. */
    narrativeText: kit.text().notNull(),
  });

  const planObjectives = kit.table(
    'plan_objectives',
    {
      planId: planRef(),
      id: kit.id<ObjectiveId>().notNull(),
      parentId: kit.id<ObjectiveId>(),
      level: kit.choice<'orientation' | 'axis' | 'objective'>().notNull(),
      /** Place in reading order, from 0. */
      position: kit.integer().notNull(),
      title: kit.text().notNull(),
    },
    (t) => [kit.primaryKey({ columns: [t.planId, t.id] })],
  );

  const planActions = kit.table(
    'plan_actions',
    {
      planId: planRef(),
      id: kit.id<ActionId>().notNull(),
      objectiveId: kit.id<ObjectiveId>(),
      /** Sorts as the action's order does, in any collation: its UTF-16 code units in hexadecimal. */
      sortKey: kit.text().notNull(),
      title: kit.text().notNull(),
      description: kit.text().notNull(),
      block: kit.text(),
      themes: kit.json<string[]>().notNull(),
      /** As typed; the dates beside them are null where the text does not parse. */
      startText: kit.text().notNull(),
      endText: kit.text().notNull(),
      startDate: kit.date(),
      endDate: kit.date(),
      leadInstitutionId: kit.id<InstitutionId>(),
      leadText: kit.text().notNull(),
      /** What a person typed that does not parse, by field; see domain/plans. */
      flags: kit.json<{ field: string; code: string; value: string }[]>().notNull(),
      /** Whether an institution in it is free text. */
      isUnresolved: kit.boolean().notNull(),
      /** Seq of the last update that changed this action. */
      changedSeq: kit.integer().notNull(),
      changedAt: kit.instant().notNull(),
    },
    (t) => [
      kit.primaryKey({ columns: [t.planId, t.id] }),
      kit.index('plan_actions_lead').on(t.leadInstitutionId),
    ],
  );

  const planSupporters = kit.table(
    'plan_supporters',
    {
      planId: planRef(),
      actionId: kit.id<ActionId>().notNull(),
      id: kit.text().notNull(),
      institutionId: kit.id<InstitutionId>(),
      text: kit.text().notNull(),
    },
    (t) => [kit.primaryKey({ columns: [t.planId, t.actionId, t.id] })],
  );

  const planCosts = kit.table(
    'plan_costs',
    {
      planId: planRef(),
      actionId: kit.id<ActionId>().notNull(),
      id: kit.text().notNull(),
      /** The calendar year in which the fiscal year starts; null where the text does not parse. */
      year: kit.integer(),
      yearText: kit.text().notNull(),
      amount: kit.decimal(),
      amountText: kit.text().notNull(),
      currency: kit.text().notNull(),
    },
    (t) => [kit.primaryKey({ columns: [t.planId, t.actionId, t.id] })],
  );

  const planFunding = kit.table(
    'plan_funding',
    {
      planId: planRef(),
      actionId: kit.id<ActionId>().notNull(),
      id: kit.text().notNull(),
      sourceInstitutionId: kit.id<InstitutionId>(),
      sourceText: kit.text().notNull(),
      year: kit.integer(),
      yearText: kit.text().notNull(),
      amount: kit.decimal(),
      amountText: kit.text().notNull(),
      currency: kit.text().notNull(),
      certainty: kit.choice<'secured' | 'partly' | 'to_mobilise'>().notNull(),
    },
    (t) => [kit.primaryKey({ columns: [t.planId, t.actionId, t.id] })],
  );

  const planIndicators = kit.table(
    'plan_indicators',
    {
      planId: planRef(),
      actionId: kit.id<ActionId>().notNull(),
      id: kit.text().notNull(),
      name: kit.text().notNull(),
      baseline: kit.text().notNull(),
      target: kit.text().notNull(),
      yearText: kit.text().notNull(),
      source: kit.text().notNull(),
    },
    (t) => [kit.primaryKey({ columns: [t.planId, t.actionId, t.id] })],
  );

  /** Statements of the lead institution, append-only. "Overdue" is derived, never stored. */
  const statusReports = kit.table(
    'status_reports',
    {
      id: kit.id<StatusReportId>().primaryKey(),
      workspaceId: kit
        .id<WorkspaceId>()
        .notNull()
        .references(() => workspaces.id, { onDelete: 'cascade' }),
      planId: planRef(),
      actionId: kit.id<ActionId>().notNull(),
      institutionId: kit
        .id<InstitutionId>()
        .notNull()
        .references(() => institutions.id),
      accountId: kit
        .id<AccountId>()
        .notNull()
        .references(() => accounts.id),
      /** The period reported on, both ends inclusive. */
      periodStart: kit.date().notNull(),
      periodEnd: kit.date().notNull(),
      status: kit.choice<'not_started' | 'in_progress' | 'completed' | 'cancelled'>().notNull(),
      evidence: kit.text().notNull(),
      blocker: kit.text().notNull(),
      at: kit.instant().notNull(),
    },
    (t) => [kit.index('status_reports_action').on(t.planId, t.actionId)],
  );

  /** An action matrix on its way in: nothing reaches the plan until `appliedAt`. */
  const planImports = kit.table(
    'plan_imports',
    {
      id: kit.id<PlanImportId>().primaryKey(),
      workspaceId: kit
        .id<WorkspaceId>()
        .notNull()
        .references(() => workspaces.id, { onDelete: 'cascade' }),
      planId: planRef(),
      accountId: kit
        .id<AccountId>()
        .notNull()
        .references(() => accounts.id),
      sourceName: kit.text().notNull(),
      /** The rows as read, before any interpretation; see domain/plans/matrix. */
      source: kit.json<unknown>().notNull(),
      /** The mapping of columns as the person left it. */
      mapping: kit.json<unknown>().notNull(),
      createdAt: kit.instant().notNull(),
      appliedAt: kit.instant(),
    },
    (t) => [kit.index('plan_imports_plan').on(t.planId)],
  );

  return {
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
  };
}

export type PlansTables = ReturnType<typeof plansTables>;
