import { and, asc, eq, exists, gte, inArray, isNull, lte, or, type SQL, sql } from 'drizzle-orm';
import { fiscalYearBounds } from '#domain/calendars';
import type { ActionId, InstitutionId, ObjectiveId, PlanId, WorkspaceId } from '#domain/ids';
import type { InstitutionLabel } from '#domain/institutions/name';
import { type Page, pageOf } from '#domain/lists/page';
import { matchesSearch } from '#domain/lists/search';
import { isOverdue, type ReportStatus } from '#domain/plans';
import { authorise } from '#domain/policy';
import type { Actor } from '#domain/workspaces/actor';
import { labelColumns, labelOf } from '../institutions';
import { latestStatuses } from './latest-status';
import type { Dependencies } from './types';

export interface ActionFilter {
  planId?: PlanId;
  actionId?: ActionId;
  search?: string;
  /** Leads, supports or funds. */
  institutionId?: InstitutionId;
  status?: ReportStatus | 'not_reported' | 'overdue';
  /** Under way in this fiscal year. */
  year?: number;
  theme?: string;
  block?: string;
  objectiveId?: ObjectiveId;
  /** Names an institution in free text. */
  isUnresolved?: boolean;
  page?: number;
  size?: number;
}

export interface ListedAction {
  id: ActionId;
  plan: { id: PlanId; title: string; workspaceId: WorkspaceId; workspaceSlug: string };
  objectiveId: ObjectiveId | null;
  title: string;
  block: string | null;
  themes: string[];
  startText: string;
  endText: string;
  startDate: string | null;
  endDate: string | null;
  lead: InstitutionLabel<InstitutionId> | null;
  leadText: string;
  flagCount: number;
  /** The lead's latest word; null: none yet. */
  status: ReportStatus | null;
  isOverdue: boolean;
}

const defaultSize = 50;

export function actionQueries({ db, clock }: Pick<Dependencies, 'db' | 'clock'>) {
  const { plans, planActions, planObjectives, institutions, workspaces, fiscalCalendars } = db.tables;
  const { planSupporters, planFunding } = db.tables;

  /** The actions of the plans in use, plan by plan in reading order. */
  async function listActions({
    actor,
    workspaceId,
    filter = {},
  }: {
    actor: Actor;
    workspaceId: WorkspaceId;
    filter?: ActionFilter;
  }): Promise<Page<ListedAction>> {
    authorise(actor, 'plan.see', { workspaceId });
    const found = await select(
      and(eq(plans.workspaceId, workspaceId), ...(await conditions(workspaceId, filter))),
    );
    const { search = '', status, page = 1, size = defaultSize } = filter;
    const wanted = found.filter(
      (action) => hasStatus(action, status) && matchesSearch(search, [action.title, action.leadText]),
    );
    return pageOf(wanted, { page, size });
  }

  /**
   * The actions led by any of these institutions in any of these workspaces, those that end first before the others.
   * The caller names only workspaces that the reader is a member of.
   */
  async function listActionsLedBy({
    institutionIds,
    workspaceIds,
  }: {
    institutionIds: InstitutionId[];
    workspaceIds: WorkspaceId[];
  }): Promise<ListedAction[]> {
    if (institutionIds.length === 0 || workspaceIds.length === 0) return [];
    const found = await select(
      and(inArray(plans.workspaceId, workspaceIds), inArray(planActions.leadInstitutionId, institutionIds)),
    );
    const far = '9999';
    return found.sort((a, b) => ((a.endDate ?? far) < (b.endDate ?? far) ? -1 : 1));
  }

  async function select(where: SQL | undefined): Promise<ListedAction[]> {
    const rows = await db.read
      .select({
        action: {
          id: planActions.id,
          objectiveId: planActions.objectiveId,
          title: planActions.title,
          block: planActions.block,
          themes: planActions.themes,
          startText: planActions.startText,
          endText: planActions.endText,
          startDate: planActions.startDate,
          endDate: planActions.endDate,
          leadText: planActions.leadText,
        },
        flags: planActions.flags,
        plan: {
          id: plans.id,
          title: plans.title,
          workspaceId: plans.workspaceId,
          workspaceSlug: workspaces.slug,
        },
        lead: labelColumns(db.tables),
      })
      .from(planActions)
      .innerJoin(plans, eq(plans.id, planActions.planId))
      .innerJoin(workspaces, eq(workspaces.id, plans.workspaceId))
      .leftJoin(
        planObjectives,
        and(eq(planObjectives.planId, planActions.planId), eq(planObjectives.id, planActions.objectiveId)),
      )
      .leftJoin(institutions, eq(institutions.id, planActions.leadInstitutionId))
      .where(and(isNull(plans.archivedAt), where))
      .orderBy(
        asc(plans.id),
        sql`case when ${planObjectives.position} is null then 1 else 0 end`,
        asc(planObjectives.position),
        asc(planActions.sortKey),
        asc(planActions.id),
      );
    const today = clock.now().toISOString().slice(0, 10);
    const statuses = await statusesOf([...new Set(rows.map(({ plan }) => plan.id))]);
    return rows.map(({ action, flags, plan, lead }) => {
      const status = statuses.get(plan.id)?.get(action.id) ?? null;
      return {
        ...action,
        plan,
        lead: lead && labelOf(lead),
        flagCount: flags.length,
        status,
        isOverdue: isOverdue({ endDate: action.endDate, status }, today),
      };
    });
  }

  async function statusesOf(planIds: PlanId[]) {
    const all = await Promise.all(planIds.map(async (id) => [id, await latestStatuses(db, id)] as const));
    return new Map(all);
  }

  async function conditions(workspaceId: WorkspaceId, filter: ActionFilter): Promise<(SQL | undefined)[]> {
    const { planId, actionId, institutionId, year, theme, block, objectiveId, isUnresolved } = filter;
    return [
      planId && eq(planActions.planId, planId),
      actionId && eq(planActions.id, actionId),
      block !== undefined
        ? block === ''
          ? isNull(planActions.block)
          : eq(planActions.block, block)
        : undefined,
      objectiveId && eq(planActions.objectiveId, objectiveId),
      isUnresolved === undefined ? undefined : eq(planActions.isUnresolved, isUnresolved),
      // Themes are codes of letters and underscores; on both databases JSON casts to text in double quotes.
      theme && sql`cast(${planActions.themes} as text) like ${`%"${theme.replace(/[^a-z_]/g, '')}"%`}`,
      institutionId && takesPart(institutionId),
      year === undefined ? undefined : await isUnderWay(workspaceId, year),
    ].filter((condition) => condition !== undefined && condition !== '') as SQL[];
  }

  function takesPart(id: InstitutionId): SQL | undefined {
    const supports = db.read
      .select({ id: planSupporters.id })
      .from(planSupporters)
      .where(
        and(
          eq(planSupporters.planId, planActions.planId),
          eq(planSupporters.actionId, planActions.id),
          eq(planSupporters.institutionId, id),
        ),
      );
    const funds = db.read
      .select({ id: planFunding.id })
      .from(planFunding)
      .where(
        and(
          eq(planFunding.planId, planActions.planId),
          eq(planFunding.actionId, planActions.id),
          eq(planFunding.sourceInstitutionId, id),
        ),
      );
    return or(eq(planActions.leadInstitutionId, id), exists(supports), exists(funds));
  }

  /** Its dates touch the fiscal year; without an end it is taken to begin and end with its start. */
  async function isUnderWay(workspaceId: WorkspaceId, year: number): Promise<SQL | undefined> {
    const { appliesFrom, startMonth, startDay } = fiscalCalendars;
    const calendars = await db.read
      .select({ appliesFrom, startMonth, startDay })
      .from(fiscalCalendars)
      .where(eq(fiscalCalendars.workspaceId, workspaceId));
    const { start, end } = fiscalYearBounds(year, calendars);
    const { startDate, endDate } = planActions;
    return and(
      or(lte(startDate, end), and(isNull(startDate), lte(endDate, end))),
      or(gte(endDate, start), and(isNull(endDate), gte(startDate, start))),
    );
  }

  return { listActions, listActionsLedBy };
}

function hasStatus(action: ListedAction, status: ActionFilter['status']): boolean {
  if (status === undefined) return true;
  if (status === 'overdue') return action.isOverdue;
  return (action.status ?? 'not_reported') === status;
}
