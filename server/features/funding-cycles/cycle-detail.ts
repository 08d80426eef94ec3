import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import type { Db } from '#db/db';
import { type Clock, instant } from '#domain/clock';
import { DomainError } from '#domain/errors';
import type { CycleEventId, EnvelopeId, FundingCycleId, WorkspaceId } from '#domain/ids';
import { may } from '#domain/policy';
import type { OriginSource } from '#domain/provenance';
import type { Actor } from '#domain/workspaces/actor';
import { partnerSubject } from '../partners';
import { getCycle } from './find-cycle';
import { type ListedCycle, listedOf } from './list-cycles';
import { type CycleOfPartner, type EventOfCycle, selectCycles, selectEvents } from './read-rows';
import type { EnvelopeFacts, EventFacts } from './types';

/** A date that an event had, and why it no longer holds. */
export interface FormerDate
  extends Pick<EventFacts, 'date' | 'precision' | 'state' | 'source' | 'checkedOn'> {
  sequence: number;
  reason: string;
  person: string | null;
  replacedAt: string;
}

export interface DetailedEvent extends EventOfCycle {
  /** The latest first. */
  formerDates: FormerDate[];
}

export interface CycleEnvelope extends Omit<EnvelopeFacts, 'amount' | 'currency'> {
  id: EnvelopeId;
  amount: string | null;
  currency: string | null;
  /** Entered by hand, so that it is changed here. */
  source: OriginSource;
}

export interface CycleDetail
  extends ListedCycle,
    Pick<CycleOfPartner, 'fiscalStartMonth' | 'fiscalStartDay' | 'note' | 'rule'> {
  predecessor: Pick<ListedCycle, 'id' | 'name'> | null;
  successors: Pick<ListedCycle, 'id' | 'name'>[];
  events: DetailedEvent[];
  envelopes: CycleEnvelope[];
}

export function cycleQueries({ db, clock }: { db: Db; clock: Clock }) {
  const { cycleEventDates, accounts, envelopes } = db.tables;

  /** A cycle with everything about it. Throws `not_found` for one of another workspace. */
  async function findCycle({
    workspaceId,
    cycleId,
  }: {
    workspaceId: WorkspaceId;
    cycleId: FundingCycleId;
  }): Promise<CycleDetail> {
    const [cycles, events, held] = await Promise.all([
      selectCycles(db, workspaceId),
      selectEvents(db, workspaceId, [cycleId]),
      selectEnvelopes(workspaceId, cycleId),
    ]);
    const cycle = cycles.find(({ id }) => id === cycleId);
    if (!cycle) throw new DomainError({ code: 'not_found' });
    const own = events.get(cycleId) ?? [];
    const former = await selectFormerDates(own.map(({ id }) => id));
    const { fiscalStartMonth, fiscalStartDay, note, rule } = cycle;
    const named = ({ id, name }: CycleOfPartner) => ({ id, name });
    const predecessor = cycles.find(({ id }) => id === cycle.predecessorId);
    return {
      ...listedOf(cycle, own, instant(clock).slice(0, 10)),
      ...{ fiscalStartMonth, fiscalStartDay, note, rule },
      predecessor: predecessor ? named(predecessor) : null,
      successors: cycles.filter(({ predecessorId }) => predecessorId === cycleId).map(named),
      events: own.map((event) => ({ ...event, formerDates: former.get(event.id) ?? [] })),
      envelopes: held,
    };
  }

  /** Whether the person keeps the record that the cycle is part of. */
  async function mayEditCycle(
    actor: Actor,
    where: { workspaceId: WorkspaceId; cycleId: FundingCycleId },
  ): Promise<boolean> {
    const cycle = await getCycle(db, db.read, where);
    return may(actor, 'partner.edit', await partnerSubject(db, db.read, cycle));
  }

  async function selectFormerDates(ids: CycleEventId[]): Promise<Map<CycleEventId, FormerDate[]>> {
    const byEvent = new Map<CycleEventId, FormerDate[]>();
    if (ids.length === 0) return byEvent;
    const rows = await db.read
      .select({ former: cycleEventDates, person: accounts.name })
      .from(cycleEventDates)
      .leftJoin(accounts, eq(accounts.id, cycleEventDates.accountId))
      .where(inArray(cycleEventDates.eventId, ids))
      .orderBy(asc(cycleEventDates.sequence));
    for (const { former, person } of rows) {
      const { eventId, accountId: _account, institutionId: _institution, ...date } = former;
      byEvent.set(eventId, [{ ...date, person }, ...(byEvent.get(eventId) ?? [])]);
    }
    return byEvent;
  }

  async function selectEnvelopes(
    workspaceId: WorkspaceId,
    cycleId: FundingCycleId,
  ): Promise<CycleEnvelope[]> {
    return db.read
      .select({
        id: envelopes.id,
        country: envelopes.country,
        theme: envelopes.theme,
        status: envelopes.status,
        amount: envelopes.amount,
        amountText: envelopes.amountText,
        currency: envelopes.currency,
        valueDate: envelopes.valueDate,
        periodStart: envelopes.periodStart,
        periodEnd: envelopes.periodEnd,
        sourceText: envelopes.sourceText,
        source: envelopes.source,
      })
      .from(envelopes)
      .where(
        and(
          eq(envelopes.workspaceId, workspaceId),
          eq(envelopes.cycleId, cycleId),
          isNull(envelopes.removedAt),
        ),
      )
      .orderBy(asc(envelopes.id));
  }

  return { findCycle, mayEditCycle };
}
