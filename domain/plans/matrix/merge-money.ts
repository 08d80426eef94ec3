import Big from 'big.js';
import { parseFiscalYear } from '../period';
import type { Action, CostLine, FundingLine } from '../types';
import { readAmount, unambiguous } from './amounts';
import { identitiesOf, namesIn } from './institutions';
import { costCells, fundingCell, lineCell, type MoneyCell } from './money-cells';
import { currencyIn } from './money-words';
import type { Assumed, Conventions, DraftAction, DraftCost, DraftFunding } from './reading';
import { type Cell, fold, isSameText } from './table';

type Line = CostLine | FundingLine;
type Draft = (DraftCost | DraftFunding) & Assumed;

/** What a row changes of an action's money. */
export interface MoneyChanges<D> {
  set: { id: string; fields: Partial<Pick<FundingLine, 'year' | 'amount' | 'currency' | 'certainty'>> }[];
  add: D[];
  /** Amounts of the file that stand for several lines whose sum differs. */
  spread: Spread[];
}

export interface Spread {
  stated: string;
  computed: string;
  /** False: the amount was no number, and the lines stay as they are. */
  isAdjusted: boolean;
}

/** Existing lines that a file speaks of by one key, as its cells would be read. */
interface Group {
  /** Ways of naming who gives it; costs have one, ''. */
  sources: readonly string[];
  year: string;
  currency: string;
  certainty: string;
  lines: { line: Line; text: string }[];
  /** What the cells that an export writes for them say. */
  cells: string[];
  isClaimed: boolean;
}

export function mergeCosts(
  costs: readonly CostLine[],
  drafts: readonly DraftCost[],
  conventions: Conventions,
): MoneyChanges<DraftCost> {
  const cells = costCells(costs, conventions.reading);
  const groups = groupsOf(
    cells.map((cell) => ({ cell, sources: [''], certainty: '' })),
    conventions,
  );
  return merge(groups, drafts, conventions, false);
}

/** In a row of our own export (`isOwnRow`) another certainty is a change, elsewhere it may be another line. */
export function mergeFunding(
  funding: readonly FundingLine[],
  drafts: readonly DraftFunding[],
  conventions: Conventions,
  isOwnRow: boolean,
): MoneyChanges<DraftFunding> {
  const cells = funding.map((line) => ({
    cell: fundingCell(line, conventions.reading),
    sources: sourcesOf(line),
    certainty: line.certainty as string,
  }));
  const groups = groupsOf(cells, conventions);
  // A source without an amount says nothing new of one that the plan names already.
  const named = new Set(funding.flatMap(identitiesOf));
  const telling = drafts.filter(
    (draft) =>
      draft.amount !== '' ||
      !(draft.institutionId ? [draft.institutionId] : namesIn(draft.text)).every((name) => named.has(name)),
  );
  return merge(groups, telling, conventions, isOwnRow);
}

/** Where the file gives several lines of an action as one other amount. */
export function findSpreads(action: Action, draft: DraftAction, conventions: Conventions): Spread[] {
  const isOwnRow = draft.sourceId === action.id;
  return [
    ...mergeCosts(action.costs, draft.costs, conventions).spread,
    ...mergeFunding(action.funding, draft.funding, conventions, isOwnRow).spread,
  ];
}

interface Entry {
  cell: MoneyCell<Line>;
  sources: readonly string[];
  certainty: string;
}

function groupsOf(entries: readonly Entry[], conventions: Conventions): Group[] {
  const groups: Group[] = [];
  for (const entry of entries) {
    const group = groupOf(entry, conventions);
    const known = groups.find((other) => isOneKey(other, group));
    if (known) {
      known.lines.push(...group.lines);
      known.cells.push(...group.cells);
    } else groups.push(group);
  }
  // Lines that have an amount are compared first; one without is filled in only where there is no other.
  return groups.sort((a, b) => Number(isEmpty(a)) - Number(isEmpty(b)));
}

function groupOf({ cell, sources, certainty }: Entry, { decimal, reading }: Conventions): Group {
  const read = (value: Cell) => readAmount(value, { decimal, unit: '1' });
  const textOf = (value: Cell) => {
    const amount = read(value);
    return amount.state === 'empty' ? '' : amount.text;
  };
  const whole = read(cell.cell);
  const lines = cell.lines.map((line) => ({ line, text: textOf(lineCell(line, reading)) }));
  const filled = lines.filter(({ text }) => text !== '');
  return {
    sources,
    year: yearKey(cell.year, reading),
    currency: (whole.state === 'read' && whole.currency) || currencyIn(cell.currency),
    certainty,
    lines: filled.length > 0 ? filled : lines.slice(0, 1),
    cells: [textOf(cell.cell)],
    isClaimed: false,
  };
}

function isOneKey(a: Group, b: Group): boolean {
  return (
    a.year === b.year &&
    a.currency === b.currency &&
    a.certainty === b.certainty &&
    a.sources[0] === b.sources[0] &&
    isEmpty(a) === isEmpty(b)
  );
}

const isEmpty = ({ lines }: Group) => lines.every(({ text }) => text === '');

function merge<D extends Draft>(
  groups: readonly Group[],
  drafts: readonly D[],
  { reading }: Conventions,
  isOwnRow: boolean,
): MoneyChanges<D> {
  const changes: MoneyChanges<D> = { set: [], add: [], spread: [] };
  const claims = new Map<Group, D[]>();
  for (const [first, ...more] of alike(drafts, reading)) {
    const group = claim(groups, first, reading, isOwnRow);
    if (!group) changes.add.push(first, ...more);
    else claims.set(group, [...(claims.get(group) ?? []), first, ...more]);
  }
  for (const [group, claiming] of claims) settle(group, claiming, changes);
  return changes;
}

/** The drafts with one key together; each list has at least one. */
function alike<D extends Draft>(drafts: readonly D[], reading: Conventions['reading']): [D, ...D[]][] {
  const byKey = new Map<string, [D, ...D[]]>();
  for (const draft of drafts) {
    const key = JSON.stringify([
      sourcesOf(draft)[0],
      yearKey(draft.year, reading),
      draft.currency,
      certaintyOf(draft),
      draft.isYearAssumed,
      draft.isCurrencyAssumed,
      draft.amount === '',
    ]);
    const known = byKey.get(key);
    if (known) known.push(draft);
    else byKey.set(key, [draft]);
  }
  return [...byKey.values()];
}

/** What the row leaves open may be open in the plan as well; nothing is filled in there. */
function claim(
  groups: readonly Group[],
  draft: Draft,
  reading: Conventions['reading'],
  isOwnRow: boolean,
): Group | null {
  const [source = ''] = sourcesOf(draft);
  const ofSource = groups.filter((group) => group.sources.includes(source));
  const year = yearKey(draft.year, reading);
  const years = draft.isYearAssumed ? ['', year] : [year];
  const currencies = draft.isCurrencyAssumed ? ['', draft.currency] : [draft.currency];
  const keys = years.flatMap((y) => currencies.map((currency) => ({ year: y, currency })));
  const certainty = certaintyOf(draft);
  const find = (isMeant: (group: Group) => boolean) => {
    for (const key of keys) {
      const found = ofSource.find(
        (group) => group.year === key.year && group.currency === key.currency && isMeant(group),
      );
      if (found) return found;
    }
    return null;
  };
  const found =
    find((group) => !group.isClaimed && group.certainty === certainty) ??
    find((group) => group.certainty === certainty) ??
    (isOwnRow ? find((group) => !group.isClaimed) : null);
  if (found) found.isClaimed = true;
  return found;
}

/** Line by line as far as there are as many; the last amount of the file stands for all lines that are left over. */
function settle<D extends Draft>(group: Group, drafts: readonly D[], changes: MoneyChanges<D>): void {
  const { lines } = group;
  const isSame = saysTheSame(group, drafts);
  for (const [index, { line, text }] of lines.entries()) {
    const draft = drafts[Math.min(index, drafts.length - 1)];
    if (!draft) continue;
    const isPaired = drafts.length >= lines.length || index < drafts.length - 1;
    const fields = {
      ...(!isSame && isEmpty(group) && { year: draft.year, currency: draft.currency }),
      ...(isPaired && !isSame && !isSameAmount(text, draft.amount) && { amount: draft.amount }),
      ...('certainty' in draft && draft.certainty !== group.certainty && { certainty: draft.certainty }),
    };
    if (Object.keys(fields).length > 0) changes.set.push({ id: line.id, fields });
  }
  if (isSame) return;
  changes.add.push(...drafts.slice(lines.length));
  const [last] = drafts.slice(-1);
  if (last && drafts.length < lines.length) spread(lines.slice(drafts.length - 1), last.amount, changes);
}

function saysTheSame({ lines, cells }: Group, drafts: readonly Draft[]): boolean {
  const stated = sumOf(drafts.map(({ amount }) => amount));
  const known = sumOf(lines.map(({ text }) => text));
  return (stated && known?.eq(stated)) || isSameList(drafts, cells);
}

/** In whatever order: the cells of a row stand by year, the lines as they were typed. */
function isSameList(drafts: readonly Draft[], cells: readonly string[]): boolean {
  const left = [...cells];
  for (const { amount } of drafts) {
    const index = left.findIndex((text) => isSameAmount(text, amount));
    if (index < 0) return false;
    left.splice(index, 1);
  }
  return left.length === 0;
}

/**
 * Makes several lines add up to one amount: the last takes the difference, those before it only what would make it
 * negative. What is no number changes none of them.
 */
function spread(lines: Group['lines'], stated: string, changes: MoneyChanges<unknown>): void {
  const numbers = lines.flatMap(({ line, text }) => {
    const number = asNumber(text);
    return number ? [{ line, number }] : [];
  });
  const computed = numbers.reduce((sum, { number }) => sum.plus(number), new Big(0));
  const total = asNumber(stated);
  changes.spread.push({ stated, computed: computed.toFixed(), isAdjusted: total !== null });
  if (!total) return;
  let rest = total.minus(computed);
  const last = lines[lines.length - 1];
  if (numbers.length === 0 && last) changes.set.push({ id: last.line.id, fields: { amount: stated } });
  for (const [index, { line, number }] of [...numbers.entries()].reverse()) {
    if (rest.eq(0)) return;
    const sum = number.plus(rest);
    const amount = sum.lt(0) && index > 0 ? new Big(0) : sum;
    rest = sum.minus(amount);
    changes.set.push({ id: line.id, fields: { amount: unambiguous(amount) } });
  }
}

function isSameAmount(a: string, b: string): boolean {
  const [x, y] = [asNumber(a), asNumber(b)];
  return x && y ? x.eq(y) : isSameText(a, b);
}

function sumOf(texts: readonly string[]): Big | null {
  let sum = new Big(0);
  for (const text of texts) {
    const number = asNumber(text);
    if (!number) return null;
    sum = sum.plus(number);
  }
  return sum;
}

function asNumber(text: string): Big | null {
  return /^-?\d+(\.\d+)?$/.test(text) ? new Big(text) : null;
}

function yearKey(year: string, reading: Conventions['reading']): string {
  return String(parseFiscalYear(year, reading) ?? fold(year));
}

function certaintyOf(draft: Draft): string {
  return 'certainty' in draft ? draft.certainty : '';
}

/** A source by its id, and by the names in its text, whatever separates them; a cost has none. */
function sourcesOf(line: Line | Draft): string[] {
  if (!('certainty' in line)) return [''];
  const key = `=${namesIn(line.text).sort().join('+')}`;
  return line.institutionId ? [line.institutionId, key] : [key];
}
