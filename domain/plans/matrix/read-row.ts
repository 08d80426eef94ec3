import type Big from 'big.js';
import { fiscalYearOf } from '../../calendars';
import { parsePeriod } from '../period';
import { readChoices } from './read-choices';
import { readIndicators } from './read-indicators';
import { distinct, readLeadAndSupporters } from './read-institutions';
import { readMoney } from './read-money';
import { readTimes } from './read-times';
import type { DraftAction } from './reading';
import { type MatrixRow, textOf } from './row';

export interface ReadRow {
  action: DraftAction;
  byColumn: Map<number, Big>;
}

/** One row as an action. Dependent order: times before money, because a cost without a year may take the action's. */
export function readRow(row: MatrixRow, objectiveKey: string | null, inherited: DraftAction | null): ReadRow {
  const { extra: marks, ...times } = readTimes(row);
  const { extra, ...choices } = readChoices(row);
  const { byColumn, ...money } = readMoney(
    row,
    onlyYear(row, times) || (inherited ? onlyYear(row, inherited) : ''),
  );
  const action: DraftAction = {
    rows: [row.number],
    sourceId: textOf(row, 'id'),
    number: textOf(row, 'number'),
    objectiveKey,
    title: textOf(row, 'title').replace(/\s+/g, ' '),
    description: textOf(row, 'description'),
    ...readLeadAndSupporters(row),
    ...choices,
    ...times,
    ...money,
    indicators: readIndicators(row),
    extra: { ...extra, ...marks },
  };
  return { action, byColumn };
}

/** The fiscal year of an action that begins and ends in one. */
function onlyYear({ reading }: MatrixRow, { start, end }: { start: string; end: string }): string {
  const from = parsePeriod(start || end, reading);
  const until = parsePeriod(end || start, reading);
  if (!from || !until) return '';
  const { year } = fiscalYearOf(from.start, reading.calendars);
  return fiscalYearOf(until.end, reading.calendars).year === year ? String(year) : '';
}

/** Adds what a further row says about the action above: more institutions, costs, indicators, lines of text. */
export function continueAction(action: DraftAction, more: DraftAction): void {
  action.rows.push(...more.rows);
  action.description = joined(action.description, [more.title, more.description].filter(Boolean).join('\n'));
  const isLeadFree = !action.lead.text && !action.lead.institutionId;
  const added = isLeadFree ? more.supporters : [more.lead, ...more.supporters];
  if (isLeadFree) action.lead = more.lead;
  const institutions = added.filter((ref) => ref.text !== '');
  action.supporters = distinct([...action.supporters, ...institutions], action.lead);
  action.block ||= more.block;
  action.themes = [...new Set([...action.themes, ...more.themes])];
  action.start ||= more.start;
  action.end = more.end && more.end > action.end ? more.end : action.end;
  action.costs.push(...more.costs);
  action.funding.push(...more.funding);
  action.indicators.push(...more.indicators);
  for (const [header, text] of Object.entries(more.extra)) {
    action.extra[header] = joined(action.extra[header] ?? '', text);
  }
}

function joined(text: string, more: string): string {
  return more === '' || text === more ? text : [text, more].filter(Boolean).join('\n');
}
