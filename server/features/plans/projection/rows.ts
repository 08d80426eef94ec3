import type { Tables } from '#db/tables';
import type { PlanId } from '#domain/ids';
import {
  type Action,
  type ActionFlag,
  actionFlags,
  type CostLine,
  type FundingLine,
  moneyOfLine,
  type Objective,
  parseFiscalYear,
  parsePeriod,
  type Reading,
} from '#domain/plans';

type Row<T extends keyof Tables> = Tables[T] extends { $inferInsert: infer I } ? I : never;

/** An action as the projection stores it, without the watermark columns. */
export interface ActionRows {
  action: Omit<Row<'planActions'>, 'changedSeq' | 'changedAt'>;
  supporters: Row<'planSupporters'>[];
  costs: Row<'planCosts'>[];
  funding: Row<'planFunding'>[];
  indicators: Row<'planIndicators'>[];
}

export function actionRows(planId: PlanId, action: Action, reading: Reading): ActionRows {
  const flags = actionFlags(action, reading);
  const of = { planId, actionId: action.id };
  return {
    action: {
      planId,
      id: action.id,
      objectiveId: action.objectiveId,
      sortKey: sortKeyOf(action.order),
      title: stored(action.title),
      description: stored(action.description),
      block: action.block === '' ? null : stored(action.block),
      themes: action.themes.map(stored),
      startText: stored(action.start),
      endText: stored(action.end),
      startDate: parsePeriod(action.start, reading)?.start ?? null,
      endDate: parsePeriod(action.end, reading)?.end ?? null,
      leadInstitutionId: action.lead.institutionId,
      leadText: stored(action.lead.text),
      flags: flags.map(({ value, ...flag }) => ({ ...flag, value: stored(value) })),
      isUnresolved: flags.some(isUnresolved),
    },
    supporters: action.supporters.map(({ id, institutionId, text }) => ({
      ...of,
      id,
      institutionId,
      text: stored(text),
    })),
    costs: action.costs.map((line) => ({ ...of, ...moneyColumns(line, reading) })),
    funding: action.funding.map((line) => ({
      ...of,
      ...moneyColumns(line, reading),
      sourceInstitutionId: line.institutionId,
      sourceText: stored(line.text),
      certainty: line.certainty,
    })),
    indicators: action.indicators.map(({ id, name, baseline, target, year, source }) => ({
      ...of,
      id,
      name: stored(name),
      baseline: stored(baseline),
      target: stored(target),
      yearText: stored(year),
      source: stored(source),
    })),
  };
}

export function objectiveRow(planId: PlanId, objective: Objective, position: number): Row<'planObjectives'> {
  const { id, parentId, level, title } = objective;
  return { planId, id, parentId, level, position, title: stored(title) };
}

/** `amount` is what counts; null where the line cannot be counted, its text beside it. */
function moneyColumns(line: CostLine | FundingLine, reading: Reading) {
  const money = moneyOfLine(line, reading);
  const isRead = money.state === 'read';
  return {
    id: line.id,
    year: parseFiscalYear(line.year, reading),
    yearText: stored(line.year),
    amount: isRead ? money.amount : null,
    amountText: stored(line.amount),
    currency: isRead ? money.currency : stored(line.currency),
  };
}

function isUnresolved({ code }: ActionFlag): boolean {
  return code === 'unresolved';
}

/** PostgreSQL takes no zero character in a text. */
export function stored(text: string): string {
  return text.replaceAll('\0', '');
}

/** Compares like the text itself under every collation. */
function sortKeyOf(order: string): string {
  return Array.from({ length: order.length }, (_, i) =>
    order.charCodeAt(i).toString(16).padStart(4, '0'),
  ).join('');
}
