import type { LoaderFunctionArgs } from '@remix-run/node';
import type { Member } from '#app/features/workspaces/gate.server';
import { pageTitle, readLanguage } from '#app/i18n/language.server';
import { fiscalYearOf } from '#domain/calendars';
import type { ActionId, PlanId } from '#domain/ids';
import { institutionShortName } from '#domain/institutions/name';
import { may } from '#domain/policy';
import type { StatusReport } from '#server/features/plans';
import type { PlanFacts } from '../grid/use-plan-model';
import type { DrawerStatements } from './statements';

interface Wanted {
  planId: PlanId;
  actionId: ActionId | null;
}

/** What the server adds to the document: the last word on every action and, of an opened one, every statement. */
export async function readStatements(args: LoaderFunctionArgs, member: Member, { planId, actionId }: Wanted) {
  const { actor } = member;
  const { plans, followUps } = args.context.services;
  const plan = await plans.getPlan({ actor, planId });
  const reports = await plans.listStatusReports({ actor, planId });
  const today = args.context.clock.now().toISOString().slice(0, 10);
  const facts: PlanFacts = { calendars: plan.calendars, today, reports: latestOf(reports) };
  const title = await pageTitle(args, 'actions:pageTitle', { plan: plan.title });
  if (actionId === null) return { title, facts, statements: null };

  const language = await readLanguage(args);
  const { workspaceId } = plan;
  const filter = { planId, actionId };
  const [action] = (await plans.listActions({ actor, workspaceId, filter })).rows;
  const own = actor.membership?.institutionId ?? null;
  const { start, end } = fiscalYearOf(today, plan.calendars);
  const statements: DrawerStatements = {
    actionId,
    title: action?.title ?? '',
    lead: action?.lead ? institutionShortName(action.lead, language) : (action?.leadText ?? ''),
    leadInstitutionId: action?.lead?.id ?? null,
    mayReport: plan.archivedAt === null && may(actor, 'plan.report', { workspaceId, leadInstitutionId: own }),
    period: { start, end },
    decisions: (await followUps.listDecisionsOfAction({ actor, workspaceId, planId, actionId })).map(
      ({ decision, state, isOtherLead }) => ({ ...decision, state: isOtherLead ? 'proposed' : state.state }),
    ),
    statements: reports
      .filter((report) => report.actionId === actionId)
      .map(({ institution, accountName, ...report }) => ({
        ...report,
        institution: institutionShortName(institution, language),
        person: accountName,
      })),
  };
  return { title, facts, statements };
}

/** Of each action the report on the latest period, and of those the one made last. */
function latestOf(reports: readonly StatusReport[]): PlanFacts['reports'] {
  const latest = new Map<ActionId, PlanFacts['reports'][number]>();
  const sorted = [...reports].sort((a, b) => compare(b.periodEnd, a.periodEnd) || compare(b.id, a.id));
  for (const { actionId, status, periodStart, periodEnd, institution } of sorted) {
    if (latest.has(actionId)) continue;
    latest.set(actionId, { actionId, status, periodStart, periodEnd, institutionId: institution.id });
  }
  return [...latest.values()];
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
