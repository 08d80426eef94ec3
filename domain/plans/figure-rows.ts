import type { ActionId, InstitutionId, ObjectiveId } from '../ids';
import { moneyOfLine, type Unread } from './amounts';
import type { Reading } from './reading';
import type { Action, Certainty, CostLine, FundingLine, InstitutionRef } from './types';

/** What figures need of an action; the document and the projection both give it. */
export type FigureAction = Pick<
  Action,
  'id' | 'title' | 'objectiveId' | 'block' | 'lead' | 'costs' | 'funding'
>;

/** `cost`, or for funding how certain it is. */
export type RowKind = 'cost' | Certainty;

interface RowOrigin {
  actionId: ActionId;
  actionTitle: string;
  objectiveId: ObjectiveId | null;
  block: string;
  lead: InstitutionRef;
  lineId: string;
  kind: RowKind;
  /** For funding, who gives it. */
  source: InstitutionRef | null;
  /** As typed. */
  yearText: string;
  amountText: string;
  currencyText: string;
}

/** One line of money that counts. The rows of a figure add up to it. */
export interface FigureRow extends RowOrigin {
  /** An exact decimal. */
  amount: string;
  currency: string;
  /** Null: for the whole action, or a year that cannot be read. */
  year: number | null;
}

/** A line that cannot be counted: shown beside the totals, never as zero. */
export interface UnreadRow extends RowOrigin {
  reason: Unread;
}

export interface FigureRows {
  rows: FigureRow[];
  unread: UnreadRow[];
}

/** Every line of money in the plan, in the order of the actions: what counts and what cannot be read. */
export function figureRows(actions: Iterable<FigureAction>, reading: Reading): FigureRows {
  const found: FigureRows = { rows: [], unread: [] };
  for (const action of actions) {
    for (const line of action.costs) take(found, reading, line, originOf(action, line, 'cost', null));
    for (const line of action.funding) {
      const source = { institutionId: line.institutionId as InstitutionId | null, text: line.text };
      take(found, reading, line, originOf(action, line, line.certainty, source));
    }
  }
  return found;
}

function take(found: FigureRows, reading: Reading, line: CostLine | FundingLine, origin: RowOrigin): void {
  const money = moneyOfLine(line, reading);
  if (money.state === 'unread') found.unread.push({ ...origin, reason: money.reason });
  if (money.state === 'read') {
    const { amount, currency, year } = money;
    found.rows.push({ ...origin, amount, currency, year });
  }
}

function originOf(
  action: FigureAction,
  line: CostLine | FundingLine,
  kind: RowKind,
  source: InstitutionRef | null,
): RowOrigin {
  return {
    actionId: action.id,
    actionTitle: action.title,
    objectiveId: action.objectiveId,
    block: action.block,
    lead: action.lead,
    lineId: line.id,
    kind,
    source,
    yearText: line.year,
    amountText: line.amount,
    currencyText: line.currency,
  };
}
