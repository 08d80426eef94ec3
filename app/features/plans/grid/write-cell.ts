import type * as Y from 'yjs';
import type { ObjectiveId } from '#domain/ids';
import { parseAmount } from '#domain/money';
import {
  addLine,
  addSupporter,
  parseFiscalYear,
  removeLine,
  removeSupporter,
  setActionField,
  setActionObjective,
  setActionText,
  setExtra,
  setLead,
  setLine,
  setTheme,
} from '#domain/plans';
import type { Action, CostLine } from '#domain/plans/types';
import type { GridColumn } from './columns';
import { comparable } from './institution-directory';
import type { PlacedObjective } from './objective-tree';
import type { PlanContext } from './plan-context';

/** Why a text did not go into a cell. Everything that merely does not parse is kept and flagged instead. */
export type WriteRefusal = 'computed' | 'unknown_objective' | 'several_lines' | 'no_cost_line';

export interface CellWrite {
  doc: Y.Doc;
  action: Action;
  column: GridColumn;
  /** As typed or pasted; empty clears. */
  text: string;
  context: PlanContext;
  objectives: readonly PlacedObjective[];
  newId: () => string;
}

/** Writes a text into a cell as its column understands it; null when it went in. The caller opens the transaction. */
export function writeCell(write: CellWrite): WriteRefusal | null {
  const { doc, action, column, context } = write;
  const text = write.text.trim();
  switch (column.kind) {
    case 'title':
      setActionText(doc, action.id, 'title', text.replace(/\s*\n\s*/g, ' '));
      return null;
    case 'description':
      setActionText(doc, action.id, 'description', text);
      return null;
    case 'objective':
      return writeObjective(write, text);
    case 'lead':
      setLead(doc, action.id, context.directory.resolve(text));
      return null;
    case 'supporters':
      writeSupporters(write, text);
      return null;
    case 'block':
      setActionField(doc, action.id, 'block', context.blocks.codeOf(text) ?? text);
      return null;
    case 'themes':
      writeThemes(write, text);
      return null;
    case 'start':
    case 'end':
      setActionField(doc, action.id, column.kind, text);
      return null;
    case 'cost':
      return writeCost(write, text);
    case 'currency':
      return writeCurrency(write, text.toUpperCase());
    case 'extra':
      setExtra(doc, action.id, column.header ?? '', text);
      return null;
    default:
      return 'computed';
  }
}

/** By id, number ("1.2.1") or title. */
function writeObjective({ doc, action, objectives }: CellWrite, text: string): WriteRefusal | null {
  const found = text === '' ? null : findObjective(objectives, text);
  if (found === undefined) return 'unknown_objective';
  setActionObjective(doc, action.id, found);
  return null;
}

function findObjective(objectives: readonly PlacedObjective[], text: string): ObjectiveId | undefined {
  const words = comparable(text);
  const matches = objectives.filter(
    ({ objective, number }) =>
      objective.id === text ||
      number === text ||
      comparable(objective.title) === words ||
      comparable(`${number} ${objective.title}`) === words,
  );
  return matches.length === 1 ? matches[0]?.objective.id : undefined;
}

/** Keeps the lines that stay, so that what others did to them meanwhile is kept too. */
function writeSupporters({ doc, action, context, newId }: CellWrite, text: string): void {
  const wanted = context.directory.resolveAll(text);
  const kept = new Set<string>();
  for (const ref of wanted) {
    const known = action.supporters.find(
      (line) =>
        !kept.has(line.id) &&
        (ref.institutionId ? line.institutionId === ref.institutionId : line.text === ref.text),
    );
    if (known) {
      kept.add(known.id);
      continue;
    }
    const id = newId();
    kept.add(id);
    addSupporter(doc, action.id, { id, ...ref });
  }
  for (const line of action.supporters) if (!kept.has(line.id)) removeSupporter(doc, action.id, line.id);
}

function writeThemes({ doc, action, context }: CellWrite, text: string): void {
  const wanted = new Set(
    text
      .split(/[;\n]/)
      .map((part) => part.trim())
      .filter(Boolean)
      .map((part) => context.themes.codeOf(part) ?? part),
  );
  for (const theme of action.themes) if (!wanted.has(theme)) setTheme(doc, action.id, theme, false);
  for (const theme of wanted) if (!action.themes.includes(theme)) setTheme(doc, action.id, theme, true);
}

/** The cost lines of a fiscal year. */
export function costLinesOf(action: Action, year: number, { reading }: PlanContext): CostLine[] {
  return action.costs.filter((line) => parseFiscalYear(line.year, reading) === year);
}

function writeCost({ doc, action, column, context, newId }: CellWrite, text: string): WriteRefusal | null {
  const year = column.year?.year;
  if (year === undefined) return 'computed';
  const lines = costLinesOf(action, year, context);
  const [line] = lines;
  if (lines.length > 1) return 'several_lines';
  if (text === '') {
    if (line) removeLine(doc, action.id, 'costs', line.id);
    return null;
  }
  const typed = splitCurrency(text, context);
  if (line) {
    setLine(doc, action.id, 'costs', line.id, {
      amount: typed.amount,
      ...(typed.currency && { currency: typed.currency }),
    });
    return null;
  }
  const currency = typed.currency ?? soleCurrency(action) ?? context.currency;
  addLine(doc, action.id, 'costs', { id: newId(), year: String(year), amount: typed.amount, currency });
  return null;
}

/** "5 000 USD" is an amount and its currency; what stands for several currencies ("$") stays in the text, flagged. */
export function splitCurrency(
  text: string,
  { reading }: PlanContext,
): { amount: string; currency: string | null } {
  const read = parseAmount(text, reading.language);
  if (!read?.currency || !read.mark) return { amount: text, currency: null };
  return { amount: text.replace(read.mark, '').trim(), currency: read.currency };
}

function soleCurrency(action: Action): string | null {
  const currencies = new Set(action.costs.map((line) => line.currency));
  return currencies.size === 1 ? (action.costs[0]?.currency ?? null) : null;
}

/** Sets every cost line of the action; a line's own currency is set in the drawer. */
function writeCurrency({ doc, action }: CellWrite, currency: string): WriteRefusal | null {
  if (currency === '') return null;
  if (action.costs.length === 0) return 'no_cost_line';
  for (const line of action.costs) setLine(doc, action.id, 'costs', line.id, { currency });
  return null;
}
