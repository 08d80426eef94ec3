import type { InstitutionId } from '#domain/ids';
import {
  type ActionFlag,
  actionFlags,
  type FigureRow,
  figureRows,
  type Period,
  parseFiscalYear,
  parsePeriod,
  type UnreadRow,
} from '#domain/plans';
import type { Action, ReportStatus } from '#domain/plans/types';
import type { PlanContext } from './plan-context';

/** What a cell is flagged with: the domain's flags, and a block or theme that is none of the known ones. */
export type CellFlagCode = ActionFlag['code'] | 'unknown_code';

/** What is read out of an action's texts. */
export interface ActionFacts {
  rows: readonly FigureRow[];
  unread: readonly UnreadRow[];
  /** By column key. */
  flags: ReadonlyMap<string, CellFlagCode>;
  /** From the first day of the start to the last of the end; null where neither reads. */
  period: Period | null;
  /** Null: nothing reported yet. */
  status: ReportStatus | null;
  isOverdue: boolean;
}

/** Reads an action's facts once for each state of it: the same object for the same action. */
export function makeFacts(context: PlanContext): (action: Action) => ActionFacts {
  const known = new WeakMap<Action, ActionFacts>();
  const institutions = new Set<InstitutionId>(context.directory.institutions.map(({ id }) => id));
  return (action) => {
    const found = known.get(action) ?? readFacts(action, context, institutions);
    known.set(action, found);
    return found;
  };
}

function readFacts(
  action: Action,
  context: PlanContext,
  institutions: ReadonlySet<InstitutionId>,
): ActionFacts {
  const period = periodOf(action, context);
  const status = context.reports.get(action.id)?.status ?? null;
  const isOpen = status !== 'completed' && status !== 'cancelled';
  const end = parsePeriod(action.end, context.reading)?.end;
  return {
    ...figureRows([action], context.reading),
    flags: flagsByColumn(action, context, institutions),
    period,
    status,
    isOverdue: isOpen && end !== undefined && end < context.today,
  };
}

function periodOf({ start, end }: Action, { reading }: PlanContext): Period | null {
  const from = parsePeriod(start, reading);
  const until = parsePeriod(end, reading);
  const ends = { start: (from ?? until)?.start, end: (until ?? from)?.end };
  if (ends.start === undefined || ends.end === undefined || ends.end < ends.start) return null;
  return { start: ends.start, end: ends.end };
}

function flagsByColumn(
  action: Action,
  context: PlanContext,
  institutions: ReadonlySet<InstitutionId>,
): Map<string, CellFlagCode> {
  const flags = new Map<string, CellFlagCode>();
  for (const flag of actionFlags(action, context.reading, institutions)) {
    const column = columnOfField(flag.field, action, context);
    if (!flags.has(column)) flags.set(column, flag.code);
  }
  if (action.block && !context.blocks.codes.includes(action.block)) flags.set('block', 'unknown_code');
  if (action.themes.some((theme) => !context.themes.codes.includes(theme)))
    flags.set('themes', 'unknown_code');
  return flags;
}

function columnOfField(field: string, action: Action, { reading }: PlanContext): string {
  const [part, lineId, detail] = field.split('.');
  if (part === 'funding') return 'secured';
  if (part !== 'costs') return part ?? field;
  if (detail === 'currency') return 'currency';
  const line = action.costs.find(({ id }) => id === lineId);
  const year = line && parseFiscalYear(line.year, reading);
  return typeof year === 'number' ? `cost:${year}` : 'other_years';
}
