import type { InstitutionId } from '../ids';
import { moneyOfLine, type Unread } from './amounts';
import { parseFiscalYear, parsePeriod } from './period';
import type { Reading } from './reading';
import type { Action, CostLine, FundingLine, InstitutionRef } from './types';

export type FlagCode = 'not_read' | 'end_before_start' | 'unresolved' | Exclude<Unread, 'amount'>;

/** Something a person should look at. `field` is a path: "start", "lead", "costs.<line>.amount". */
export interface ActionFlag {
  field: string;
  code: FlagCode;
  /** What was typed. */
  value: string;
}

/**
 * What in an action does not read as it should. Without `known` every institution id counts as resolved; with it, an
 * id that the workspace does not have is unresolved like free text.
 */
export function actionFlags(
  action: Action,
  reading: Reading,
  known?: ReadonlySet<InstitutionId>,
): ActionFlag[] {
  return [
    ...timeFlags(action, reading),
    ...institutionFlag('lead', action.lead, known),
    ...action.supporters.flatMap((supporter) =>
      institutionFlag(`supporters.${supporter.id}`, supporter, known),
    ),
    ...action.costs.flatMap((line) => lineFlags(`costs.${line.id}`, line, reading)),
    ...action.funding.flatMap((line) => [
      ...institutionFlag(`funding.${line.id}.source`, line, known),
      ...lineFlags(`funding.${line.id}`, line, reading),
    ]),
  ];
}

function timeFlags({ start, end }: Action, reading: Reading): ActionFlag[] {
  const flags: ActionFlag[] = [];
  const from = parsePeriod(start, reading);
  const until = parsePeriod(end, reading);
  if (start.trim() !== '' && !from) flags.push({ field: 'start', code: 'not_read', value: start });
  if (end.trim() !== '' && !until) flags.push({ field: 'end', code: 'not_read', value: end });
  if (from && until && until.end < from.start)
    flags.push({ field: 'end', code: 'end_before_start', value: end });
  return flags;
}

function institutionFlag(
  field: string,
  { institutionId, text }: InstitutionRef,
  known?: ReadonlySet<InstitutionId>,
): ActionFlag[] {
  const isResolved = institutionId !== null && (known === undefined || known.has(institutionId));
  const isEmpty = institutionId === null && text.trim() === '';
  return isResolved || isEmpty ? [] : [{ field, code: 'unresolved', value: text }];
}

function lineFlags(field: string, line: CostLine | FundingLine, reading: Reading): ActionFlag[] {
  const flags: ActionFlag[] = [];
  if (line.year.trim() !== '' && parseFiscalYear(line.year, reading) === null)
    flags.push({ field: `${field}.year`, code: 'not_read', value: line.year });
  const money = moneyOfLine(line, reading);
  if (money.state !== 'unread') return flags;
  if (money.reason === 'amount')
    return [...flags, { field: `${field}.amount`, code: 'not_read', value: line.amount }];
  return [...flags, { field: `${field}.currency`, code: money.reason, value: line.currency || line.amount }];
}
