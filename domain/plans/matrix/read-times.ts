import { isMark } from './choice-words';
import { endOf, type PeriodReading, readPeriod, startOf } from './period-text';
import { cellsOf, type MappedCell, type MatrixRow, report } from './row';

export interface Times {
  start: string;
  end: string;
  /** Words that stood where a mark was expected, by header. */
  extra: Record<string, string>;
}

/** Start and end from their own columns, else from a period, else from the marked quarters or years. */
export function readTimes(row: MatrixRow): Times {
  const marks = readMarks(row);
  const period = readFirst(row, 'period');
  const start = readFirst(row, 'start');
  const end = readFirst(row, 'end');
  const times = {
    start: start?.start ?? (period && !isDeadline(period) ? period.start : '') ?? '',
    end: end?.end ?? period?.end ?? '',
    extra: marks.extra,
  };
  if (!times.start && !times.end) Object.assign(times, { start: marks.start, end: marks.end });
  if (times.start && times.end && sortKey(times.start, 'start') > sortKey(times.end, 'end')) {
    report(row, 'period_reversed', { value: `${times.start} – ${times.end}`, kept: 'as_typed' });
  }
  return times;
}

interface Span {
  start: string;
  end: string;
}

/** A single day in an "Échéance" column is when the action ends, not when it begins. */
function isDeadline({ start, end }: Span): boolean {
  return start === end && /^\d{4}-\d\d-\d\d$/.test(end);
}

function readFirst(row: MatrixRow, field: 'period' | 'start' | 'end'): Span | null {
  const [first] = cellsOf(row, field);
  if (!first) return null;
  const reading: PeriodReading = readPeriod(first.cell.value, {
    dayFirst: row.mapping.dayFirst,
    reading: row.reading,
  });
  if (reading.state === 'empty') return null;
  if (reading.state === 'read') return reading;
  report(row, 'period_not_understood', {
    column: first.column.column,
    value: reading.text,
    kept: 'as_typed',
  });
  return { start: reading.text, end: field === 'period' ? '' : reading.text };
}

function readMarks(row: MatrixRow): Times {
  const extra: Record<string, string> = {};
  const columns = (row.columnsOf.get('timeMark') ?? []).filter(({ period }) => period);
  const marked = markCells(row).filter((mapped) => isMarked(row, mapped, extra));
  const inOrder = marked.map(({ column }) => column.period).filter(Boolean);
  inOrder.sort((a, b) => sortKey(a, 'start').localeCompare(sortKey(b, 'start')));
  const first = inOrder[0] ?? '';
  const last = inOrder[inOrder.length - 1] ?? '';
  const between = columns.filter(
    ({ period }) =>
      sortKey(period, 'start') >= sortKey(first, 'start') && sortKey(period, 'end') <= sortKey(last, 'end'),
  );
  if (first && between.length > inOrder.length) {
    report(row, 'quarter_gap', { value: inOrder.join(', '), kept: 'whole' });
  }
  return { start: startOf(first), end: endOf(last), extra };
}

/** Unlike other fields, a mark merged over three quarters marks all three. */
function markCells(row: MatrixRow): MappedCell[] {
  return (row.columnsOf.get('timeMark') ?? []).flatMap((column) => {
    const cell = row.cells[column.column];
    return cell?.text && !(row.isContinuation && cell.isFromAbove) ? [{ column, cell }] : [];
  });
}

function isMarked(row: MatrixRow, { cell, column }: MappedCell, extra: Record<string, string>): boolean {
  if (/^[-–—0.]$/.test(cell.text)) return false;
  // A word in a quarter's cell still says "then"; the word itself is kept beside.
  if (!isMark(cell.text) && !cell.isFromLeft) {
    extra[column.header] = cell.text;
    report(row, 'quarter_mark_not_understood', { column: column.column, value: cell.text, kept: 'as_extra' });
  }
  return true;
}

/** Text that sorts like time: the first month of a start, the last of an end. */
function sortKey(period: string, side: 'start' | 'end'): string {
  const part = /^(\d{4})-([TS])(\d)$/.exec(period);
  if (part) {
    const months = part[2] === 'T' ? 3 : 6;
    const month = side === 'start' ? (Number(part[3]) - 1) * months + 1 : Number(part[3]) * months;
    return `${part[1]}-${String(month).padStart(2, '0')}`;
  }
  if (/^\d{4}$/.test(period)) return side === 'start' ? `${period}-01` : `${period}-12`;
  return period.slice(0, 7);
}
