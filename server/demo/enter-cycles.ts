import type { DemoCycle, DemoCycleEvent } from '#db/seed/cycle-types';
import type { DemoWorkspace } from '#db/seed/types';
import { systemClock } from '#domain/clock';
import type { FundingCycleId, InstitutionId, WorkspaceId } from '#domain/ids';
import type { Actor } from '#domain/workspaces/actor';
import { ensurePartner } from '../features/partners';
import type { Context, Institutions } from './context';

interface Entering {
  workspace: DemoWorkspace;
  workspaceId: WorkspaceId;
  institutions: Institutions;
  convenor: Actor;
  /** Everyone who can act in the workspace. */
  actors: Actor[];
}

/** Enters the budget calendar, and each partner's cycles as its own person where it has one. */
export async function enterCycles(context: Context, entering: Entering): Promise<void> {
  const { workspace, workspaceId, convenor } = entering;
  const { fundingCycles } = context.services;
  for (const { lastYear = null, precision = 'day', ...step } of workspace.budget)
    await fundingCycles.addBudgetEvent({
      actor: convenor,
      workspaceId,
      facts: { country: workspace.country, title: '', isYearly: true, lastYear, precision, ...step },
    });
  const known = new Map<string, FundingCycleId>();
  for (const cycle of workspace.cycles)
    known.set(cycle.name, await enterCycle(context, entering, { cycle, known }));
}

async function enterCycle(
  context: Context,
  entering: Entering,
  { cycle, known }: { cycle: DemoCycle; known: ReadonlyMap<string, FundingCycleId> },
): Promise<FundingCycleId> {
  const { workspace, workspaceId, institutions } = entering;
  const { fundingCycles } = context.services;
  const institutionId = institutions.get(cycle.partner);
  if (!institutionId) throw new Error(`${cycle.partner} is not among the institutions of the demo.`);
  await listPartner(context, entering, institutionId);
  const actor = keeperOf(entering, institutionId);
  const { kind, name, periodStart, periodEnd, fiscalStartMonth = 1, note = '' } = cycle;
  const predecessorId = known.get(cycle.predecessor ?? '') ?? null;
  const facts = {
    kind,
    name,
    periodStart,
    periodEnd,
    fiscalStartMonth,
    fiscalStartDay: 1,
    note,
    predecessorId,
  };
  const { cycleId } = await fundingCycles.createCycle({ actor, workspaceId, institutionId, facts });
  const on = { actor, workspaceId, cycleId };
  for (const event of cycle.events) await enterEvent(context, on, event);
  if (cycle.rule) await fundingCycles.setRule({ ...on, rule: cycle.rule, reason: '' });
  for (const { source: sourceText, ...envelope } of cycle.envelopes ?? [])
    await fundingCycles.addEnvelope({
      ...on,
      facts: {
        ...envelope,
        amountText: envelope.amount,
        country: workspace.country,
        valueDate: null,
        periodStart,
        periodEnd,
        sourceText,
      },
    });
  return cycleId;
}

async function enterEvent(
  { services: { fundingCycles } }: Context,
  on: { actor: Actor; workspaceId: WorkspaceId; cycleId: FundingCycleId },
  { kind, title = '', precision = 'day', revisions = [], ...event }: DemoCycleEvent,
): Promise<void> {
  const facts = { title, country: null, precision, checkedOn: null, ...event };
  const { eventId } = await fundingCycles.addEvent({ ...on, facts: { kind, ...facts } });
  for (const [sequence, { reason, ...revision }] of revisions.entries())
    await fundingCycles.changeEvent({ ...on, eventId, sequence, facts: { ...facts, ...revision }, reason });
}

async function listPartner(
  { db, services }: Context,
  { workspaceId, convenor }: Entering,
  institutionId: InstitutionId,
): Promise<void> {
  const author = { accountId: convenor.accountId, institutionId: convenor.membership?.institutionId ?? null };
  await services.events.commit(author, (tx, record) =>
    ensurePartner({ db, tx, clock: systemClock, record }, { workspaceId, institutionId }),
  );
}

/** The partner's own person, unless it only observes; else the convenor, who keeps the record until it has one. */
function keeperOf({ actors, convenor }: Entering, institutionId: InstitutionId): Actor {
  const own = actors.find(
    ({ membership }) => membership?.institutionId === institutionId && membership.role !== 'observer',
  );
  return own ?? convenor;
}
