import { and, desc, eq } from 'drizzle-orm';
import { instant } from '#domain/clock';
import { DomainError } from '#domain/errors';
import type { ActionId, InstitutionId, PlanId, StatusReportId } from '#domain/ids';
import type { InstitutionLabel } from '#domain/institutions/name';
import { type ReportStatus, reportStatuses } from '#domain/plans';
import { authorise } from '#domain/policy';
import type { Actor } from '#domain/workspaces/actor';
import { newId } from '#server/new-id';
import { labelColumns, labelOf } from '../institutions';
import { authorOf } from './author-of';
import { findPlan } from './find-plan';
import type { Projector } from './projection/projector';
import type { Dependencies } from './types';

const textLength = 5_000;

export interface NewStatusReport {
  /** The period reported on, both ends inclusive, as ISO dates. */
  periodStart: string;
  periodEnd: string;
  status: ReportStatus;
  evidence: string;
  blocker: string;
}

export interface StatusReport extends NewStatusReport {
  id: StatusReportId;
  actionId: ActionId;
  institution: InstitutionLabel<InstitutionId>;
  /** Who entered it. */
  accountName: string;
  at: string;
}

interface OnAction {
  actor: Actor;
  planId: PlanId;
  actionId: ActionId;
}

export function statusReports({ db, clock, events }: Dependencies, projector: Projector) {
  const { statusReports: reports, planActions, institutions, accounts } = db.tables;

  /** The lead institution's word on its action. A later report stands beside an earlier one, never in its place. */
  async function reportStatus({
    actor,
    planId,
    actionId,
    ...report
  }: OnAction & NewStatusReport): Promise<StatusReportId> {
    const { workspaceId, title, archivedAt } = await findPlan(db, planId);
    authorise(actor, 'plan.see', { workspaceId });
    if (archivedAt !== null) throw new DomainError({ code: 'forbidden', details: { right: 'plan.report' } });
    // Who leads may have been set a moment ago.
    await projector.project(planId);
    const action = await findAction(planId, actionId);
    authorise(actor, 'plan.report', { workspaceId, leadInstitutionId: action.leadInstitutionId });
    const author = authorOf(actor);
    const facts = readReport(report);
    return events.commit(author, async (tx, record) => {
      const id = newId<StatusReportId>();
      await tx.insert(reports).values({
        id,
        workspaceId,
        planId,
        actionId,
        institutionId: author.institutionId as InstitutionId,
        accountId: actor.accountId,
        ...facts,
        at: instant(clock),
      });
      const { periodStart, periodEnd, status } = facts;
      await record({
        workspaceId,
        kind: 'action.reported',
        subjectType: 'action',
        subjectId: actionId,
        after: {
          planId,
          planTitle: title,
          title: action.title,
          reportId: id,
          periodStart,
          periodEnd,
          status,
        },
      });
      return id;
    });
  }

  /** The reports on one action, or on all of the plan; the latest first. */
  async function listStatusReports({
    actor,
    planId,
    actionId,
  }: Omit<OnAction, 'actionId'> & { actionId?: ActionId }): Promise<StatusReport[]> {
    authorise(actor, 'plan.see', await findPlan(db, planId));
    const rows = await db.read
      .select({ report: reports, institution: labelColumns(db.tables), accountName: accounts.name })
      .from(reports)
      .innerJoin(institutions, eq(institutions.id, reports.institutionId))
      .innerJoin(accounts, eq(accounts.id, reports.accountId))
      .where(and(eq(reports.planId, planId), actionId ? eq(reports.actionId, actionId) : undefined))
      .orderBy(desc(reports.id));
    return rows.map(({ report, institution, accountName }) => {
      const { workspaceId: _w, planId: _p, institutionId: _i, accountId: _a, ...facts } = report;
      return { ...facts, institution: labelOf(institution), accountName };
    });
  }

  async function findAction(planId: PlanId, actionId: ActionId) {
    const [action] = await db.read
      .select({ title: planActions.title, leadInstitutionId: planActions.leadInstitutionId })
      .from(planActions)
      .where(and(eq(planActions.planId, planId), eq(planActions.id, actionId)));
    if (!action) throw new DomainError({ code: 'not_found' });
    return action;
  }

  return { reportStatus, listStatusReports };
}

function readReport(report: NewStatusReport): NewStatusReport {
  const { periodStart, periodEnd, status } = report;
  const evidence = report.evidence.trim();
  const blocker = report.blocker.trim();
  assertField('periodStart', isDate(periodStart));
  assertField('periodEnd', isDate(periodEnd) && periodStart <= periodEnd);
  assertField('status', reportStatuses.includes(status));
  assertField('evidence', evidence.length <= textLength);
  assertField('blocker', blocker.length <= textLength);
  return { periodStart, periodEnd, status, evidence, blocker };
}

function assertField(field: string, isValid: boolean): void {
  if (!isValid) throw new DomainError({ code: 'invalid_input', details: { field } });
}

function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}
