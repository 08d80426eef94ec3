import type { ObjectiveId } from '../ids';
import { addAmounts, subtractAmounts, sumByCurrency } from '../money';
import type { FigureRow } from './figure-rows';
import { inReadingOrder } from './tree';
import type { InstitutionRef, Objective } from './types';

/**
 * The money of some rows in one currency.
 *
 * - cost: what the actions cost.
 * - secured: funding that is certain. partly: funding of which a part is. toMobilise: a source is named, nothing is sure.
 * - gap = cost − secured − partly. What is still to be mobilised does not close it. Below zero, more is promised than
 *   the actions cost; it is shown as it is, so that gaps add up.
 */
export interface Totals {
  cost: string;
  secured: string;
  partly: string;
  toMobilise: string;
  gap: string;
}

/** Some rows under one heading, and their totals by currency. */
export interface FigureGroup<Key> {
  key: Key;
  totals: Record<string, Totals>;
  rows: FigureRow[];
}

export function totalsByCurrency(rows: readonly FigureRow[]): Record<string, Totals> {
  const sums = {
    cost: sumOf(rows, 'cost'),
    secured: sumOf(rows, 'secured'),
    partly: sumOf(rows, 'partly'),
    toMobilise: sumOf(rows, 'to_mobilise'),
  };
  return Object.fromEntries(
    currenciesOf(rows).map((currency) => {
      const cost = sums.cost[currency] ?? '0';
      const secured = sums.secured[currency] ?? '0';
      const partly = sums.partly[currency] ?? '0';
      const toMobilise = sums.toMobilise[currency] ?? '0';
      return [currency, { cost, secured, partly, toMobilise, gap: subtractAmounts(cost, secured, partly) }];
    }),
  );
}

export function currenciesOf(rows: readonly FigureRow[]): string[] {
  return [...new Set(rows.map(({ currency }) => currency))].sort();
}

/** By fiscal year, ascending; money without a year comes last under null. */
export function figuresByYear(rows: readonly FigureRow[]): FigureGroup<number | null>[] {
  return groupBy(rows, ({ year }) => year).sort((a, b) => (a.key ?? Infinity) - (b.key ?? Infinity));
}

/** By health-system block; actions without one under ''. */
export function figuresByBlock(rows: readonly FigureRow[]): FigureGroup<string>[] {
  return groupBy(rows, ({ block }) => block);
}

/** By the institution that leads the action, costs and funding alike, so that each gap has someone to ask. */
export function figuresByLead(rows: readonly FigureRow[]): FigureGroup<string>[] {
  return groupBy(rows, ({ lead }) => institutionKey(lead));
}

/** Funding only, by the institution that gives it. */
export function figuresBySource(rows: readonly FigureRow[]): FigureGroup<string>[] {
  const funding = rows.filter(({ source }) => source !== null);
  return groupBy(funding, ({ source }) => institutionKey(source));
}

/**
 * By objective in reading order, each with what lies below it: the top level adds up to the whole. Actions without
 * an objective, or whose objective is gone, come last under null. Objectives without money are left out.
 */
export function figuresByObjective(
  rows: readonly FigureRow[],
  objectives: readonly Objective[],
): (FigureGroup<ObjectiveId | null> & { depth: number })[] {
  const ordered = inReadingOrder(objectives);
  const parentOf = new Map(ordered.map(({ id, parentId }) => [id, parentId]));
  const collected = new Map<ObjectiveId | null, FigureRow[]>();
  for (const row of rows) {
    const own = row.objectiveId !== null && parentOf.has(row.objectiveId) ? row.objectiveId : null;
    for (const key of withAncestors(own, parentOf)) {
      const group = collected.get(key);
      if (group) group.push(row);
      else collected.set(key, [row]);
    }
  }
  return [...ordered.map(({ id }) => id), null].flatMap((key) => {
    const found = collected.get(key);
    if (!found) return [];
    const depth = withAncestors(key, parentOf).length - 1;
    return [{ key, depth, rows: found, totals: totalsByCurrency(found) }];
  });
}

/** The same institution under one key: its id, or its text in the same letters. '' is none. */
export function institutionKey(ref: InstitutionRef | null): string {
  return ref?.institutionId ?? ref?.text.trim().toLocaleLowerCase() ?? '';
}

function withAncestors(
  id: ObjectiveId | null,
  parentOf: Map<ObjectiveId, ObjectiveId | null>,
): (ObjectiveId | null)[] {
  if (id === null) return [null];
  const chain: ObjectiveId[] = [];
  for (let at: ObjectiveId | null = id; at !== null; at = parentOf.get(at) ?? null) chain.push(at);
  return chain;
}

function groupBy<Key>(rows: readonly FigureRow[], keyOf: (row: FigureRow) => Key): FigureGroup<Key>[] {
  const groups = new Map<Key, FigureRow[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return [...groups].map(([key, found]) => ({ key, rows: found, totals: totalsByCurrency(found) }));
}

function sumOf(rows: readonly FigureRow[], kind: FigureRow['kind']): Record<string, string> {
  return sumByCurrency(rows.filter((row) => row.kind === kind));
}

/** Adds up totals of one currency, as of the groups of a table. */
export function addTotals(all: readonly Totals[]): Totals {
  const add = (part: keyof Totals) => addAmounts(...all.map((totals) => totals[part]));
  return {
    cost: add('cost'),
    secured: add('secured'),
    partly: add('partly'),
    toMobilise: add('toMobilise'),
    gap: add('gap'),
  };
}
