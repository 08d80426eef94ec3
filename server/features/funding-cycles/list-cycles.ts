import type { Db } from '#db/db';
import { type Clock, instant } from '#domain/clock';
import type { CycleKind } from '#domain/funding-cycles/kinds';
import { nextChance } from '#domain/funding-cycles/next-chance';
import { type CyclePhase, phaseOf } from '#domain/funding-cycles/phase';
import { comparePreciseDates, type DateRange, overlaps } from '#domain/funding-cycles/precise-date';
import type { FundingCycleId, InstitutionId, WorkspaceId } from '#domain/ids';
import { type InstitutionLabel, institutionShortName } from '#domain/institutions/name';
import type { Language } from '#domain/languages';
import { orderOf, type Sort } from '#domain/lists/order';
import { type Page, pageOf } from '#domain/lists/page';
import { matchesSearch } from '#domain/lists/search';
import type { cycleSorts } from '#domain/lists/sorts';
import { type CycleOfPartner, type EventOfCycle, selectCycles, selectEvents } from './read-rows';
import type { EventFacts } from './types';

export interface CycleFilter {
  search: string;
  kind: string;
  phase: string;
  institutionId: InstitutionId | null;
  /** Cycles that run on one of its days. */
  within: DateRange | null;
  sort: Sort<(typeof cycleSorts)[number]>;
  page: number;
  size: number;
  language: Language;
}

export type NextDate = Pick<EventFacts, 'kind' | 'title' | 'date' | 'precision' | 'state'>;

export interface ListedCycle {
  id: FundingCycleId;
  kind: CycleKind;
  name: string;
  partner: InstitutionLabel<InstitutionId>;
  periodStart: string;
  periodEnd: string;
  phase: CyclePhase;
  /** The next date at which it can still be changed. */
  next: NextDate | null;
}

export function listCyclesQuery({ db, clock }: { db: Db; clock: Clock }) {
  /** The workspace's cycles with what comes next in each. */
  async function listCycles(workspaceId: WorkspaceId, filter: CycleFilter): Promise<Page<ListedCycle>> {
    const [cycles, events] = await Promise.all([
      selectCycles(db, workspaceId),
      selectEvents(db, workspaceId),
    ]);
    const today = instant(clock).slice(0, 10);
    const listed = cycles
      .map((cycle) => listedOf(cycle, events.get(cycle.id) ?? [], today))
      .filter((cycle) => isWanted(cycle, filter))
      .sort(byOrder(filter));
    return pageOf(listed, filter);
  }

  /** The partners that have a cycle, for choosing one. */
  async function listCyclePartners(workspaceId: WorkspaceId): Promise<InstitutionLabel<InstitutionId>[]> {
    const cycles = await selectCycles(db, workspaceId);
    return [...new Map(cycles.map(({ partner }) => [partner.id, partner])).values()];
  }

  return { listCycles, listCyclePartners };
}

export function listedOf(cycle: CycleOfPartner, events: readonly EventOfCycle[], today: string): ListedCycle {
  const { id, kind, name, partner, periodStart, periodEnd } = cycle;
  const next = nextChance(events, today);
  return {
    ...{ id, kind, name, partner, periodStart, periodEnd },
    phase: phaseOf(cycle, today),
    next: next && nextOf(next),
  };
}

export function nextOf({ kind, title, date, precision, state }: EventOfCycle): NextDate {
  return { kind, title, date, precision, state };
}

function isWanted(cycle: ListedCycle, { search, kind, phase, institutionId, within }: CycleFilter): boolean {
  if (kind && cycle.kind !== kind) return false;
  if (phase && cycle.phase !== phase) return false;
  if (institutionId && cycle.partner.id !== institutionId) return false;
  if (within && !overlaps({ start: cycle.periodStart, end: cycle.periodEnd }, within)) return false;
  const { acronym, names } = cycle.partner;
  return matchesSearch(search, [cycle.name, acronym, names.en, names.fr, names.es]);
}

function byOrder({ sort, language }: CycleFilter) {
  const { compare } = new Intl.Collator(language);
  const byName = (a: ListedCycle, b: ListedCycle) => compare(a.name, b.name) || compare(a.id, b.id);
  const partner = (cycle: ListedCycle) => institutionShortName(cycle.partner, language);
  return orderOf(
    sort,
    {
      name: byName,
      partner: (a, b) => compare(partner(a), partner(b)),
      start: (a, b) => compare(a.periodStart, b.periodStart),
      next: (a, b) => byNext(a.next, b.next),
    },
    byName,
  );
}

/** What has nothing ahead comes last. */
function byNext(a: NextDate | null, b: NextDate | null): number {
  if (a && b) return comparePreciseDates(a, b);
  return Number(a === null) - Number(b === null);
}
