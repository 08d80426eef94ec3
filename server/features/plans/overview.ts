import { desc, eq, inArray, max } from 'drizzle-orm';
import type { InstitutionId, PlanId, WorkspaceId } from '#domain/ids';
import type { InstitutionLabel } from '#domain/institutions/name';
import {
  type FigureRows,
  figuresByYear,
  isOverdue,
  type Objective,
  type ReportStatus,
  type Totals,
  totalsByCurrency,
} from '#domain/plans';
import { authorise } from '#domain/policy';
import type { Actor } from '#domain/workspaces/actor';
import { labelColumns, labelOf } from '../institutions';
import { findPlan, planColumns } from './find-plan';
import { latestStatuses } from './latest-status';
import { makePlanFacts, type PlanFacts } from './plan-facts';
import type { Dependencies, OpenPlan, Plan } from './types';

/** The key figures of a plan. Each has a list or a page of figures that it opens to. */
export interface PlanSummary {
  plan: Plan;
  actionCount: number;
  /** By the latest report of the lead; `not_reported` where there is none. */
  statusCounts: Record<ReportStatus | 'not_reported', number>;
  overdueCount: number;
  /** Actions in which something does not read. */
  flaggedCount: number;
  /** Actions that name an institution in free text. */
  unresolvedCount: number;
  /** By currency. */
  totals: Record<string, Totals>;
  byYear: { year: number | null; totals: Record<string, Totals> }[];
  /** Lines of money beside the totals, which cannot be read. */
  unreadCount: number;
  /** When the document last changed, as far as it is projected. */
  changedAt: string;
}

export interface PlanFigures extends FigureRows {
  plan: OpenPlan;
  objectives: Objective[];
  /** The institutions that the rows name by id. */
  institutions: InstitutionLabel<InstitutionId>[];
}

export function planOverviews({ db, clock }: Pick<Dependencies, 'db' | 'clock'>) {
  const { plans, planProjections, statusReports, documents } = db.tables;
  const factsOf = makePlanFacts(db);
  const kept = new Map<PlanId, { version: string; summary: PlanSummary }>();

  /** The plans in use with their key figures, the newest first. Cheap while nothing changes. */
  async function overview({
    actor,
    workspaceId,
  }: {
    actor: Actor;
    workspaceId: WorkspaceId;
  }): Promise<PlanSummary[]> {
    authorise(actor, 'plan.see', { workspaceId });
    const calendars = await readCalendars(workspaceId);
    const rows = await selectPlans(workspaceId);
    const inUse = rows.filter(({ plan }) => plan.archivedAt === null);
    return Promise.all(
      inUse.map(({ plan, epoch, seq, projectedAt, lastReport }) =>
        summarise({ ...plan, epoch, calendars }, { seq, projectedAt, lastReport }),
      ),
    );
  }

  /** The rows behind every figure of a plan. */
  async function figures({ actor, planId }: { actor: Actor; planId: PlanId }): Promise<PlanFigures> {
    const plan = await findPlan(db, planId);
    authorise(actor, 'plan.see', plan);
    const [mark] = await db.read.select().from(planProjections).where(eq(planProjections.planId, planId));
    const { rows, unread, objectives } = await factsOf(plan, versionOf(plan, mark?.seq ?? 0));
    return { plan, rows, unread, objectives, institutions: await institutionsIn([...rows, ...unread]) };
  }

  function readCalendars(workspaceId: WorkspaceId) {
    const { fiscalCalendars } = db.tables;
    const { appliesFrom, startMonth, startDay } = fiscalCalendars;
    return db.read
      .select({ appliesFrom, startMonth, startDay })
      .from(fiscalCalendars)
      .where(eq(fiscalCalendars.workspaceId, workspaceId));
  }

  function selectPlans(workspaceId: WorkspaceId) {
    const reports = db.read
      .select({ planId: statusReports.planId, last: max(statusReports.id).as('last') })
      .from(statusReports)
      .where(eq(statusReports.workspaceId, workspaceId))
      .groupBy(statusReports.planId)
      .as('reports');
    return db.read
      .select({
        plan: planColumns(db.tables),
        epoch: documents.epoch,
        seq: planProjections.seq,
        projectedAt: planProjections.projectedAt,
        lastReport: reports.last,
      })
      .from(plans)
      .innerJoin(documents, eq(documents.id, plans.documentId))
      .leftJoin(planProjections, eq(planProjections.planId, plans.id))
      .leftJoin(reports, eq(reports.planId, plans.id))
      .where(eq(plans.workspaceId, workspaceId))
      .orderBy(desc(plans.id));
  }

  async function summarise(
    plan: OpenPlan,
    mark: { seq: number | null; projectedAt: string | null; lastReport: string | null },
  ): Promise<PlanSummary> {
    const today = clock.now().toISOString().slice(0, 10);
    const factsVersion = versionOf(plan, mark.seq ?? 0);
    const version = [factsVersion, plan.title, mark.lastReport, today].join('|');
    const known = kept.get(plan.id);
    if (known?.version === version) return known.summary;
    const facts = await factsOf(plan, factsVersion);
    const statuses = await latestStatuses(db, plan.id);
    const { epoch: _epoch, calendars: _calendars, ...facing } = plan;
    const summary = {
      plan: facing,
      ...countsOf(facts, statuses, today),
      changedAt: mark.projectedAt ?? plan.createdAt,
    };
    kept.set(plan.id, { version, summary });
    return summary;
  }

  async function institutionsIn(rows: readonly { lead: Ref; source: Ref | null }[]) {
    const { institutions } = db.tables;
    const ids = new Set(rows.flatMap(({ lead, source }) => [lead.institutionId, source?.institutionId]));
    const wanted = [...ids].filter((id) => typeof id === 'string');
    if (wanted.length === 0) return [];
    const found = await db.read
      .select(labelColumns(db.tables))
      .from(institutions)
      .where(inArray(institutions.id, wanted));
    return found.map(labelOf);
  }

  return { overview, figures };
}

interface Ref {
  institutionId: InstitutionId | null;
}

function versionOf({ epoch, calendars }: OpenPlan, seq: number): string {
  return `${epoch}.${seq}.${JSON.stringify(calendars)}`;
}

function countsOf(facts: PlanFacts, statuses: Map<string, ReportStatus>, today: string) {
  const statusCounts = { not_started: 0, in_progress: 0, completed: 0, cancelled: 0, not_reported: 0 };
  let overdueCount = 0;
  for (const { id, endDate } of facts.actions) {
    const status = statuses.get(id) ?? null;
    statusCounts[status ?? 'not_reported']++;
    if (isOverdue({ endDate, status }, today)) overdueCount++;
  }
  return {
    actionCount: facts.actions.length,
    statusCounts,
    overdueCount,
    flaggedCount: facts.actions.filter(({ hasFlags }) => hasFlags).length,
    unresolvedCount: facts.actions.filter(({ isUnresolved }) => isUnresolved).length,
    totals: totalsByCurrency(facts.rows),
    byYear: figuresByYear(facts.rows).map(({ key, totals }) => ({ year: key, totals })),
    unreadCount: facts.unread.length,
  };
}
