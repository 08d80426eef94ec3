import { type IatiCheck, type Problem, type Sum, transactionTypes } from '#domain/partners/iati';
import { oneLine } from './rate-words';

/** What an operator reads of a checked file, line by line. */
export function* sayIatiCheck(file: string, check: IatiCheck, ratesFile: string | null): Generator<string> {
  const { header } = check;
  yield header ? `${file}: IATI ${header.standard}, version ${header.version}` : `${file}:`;
  if (header && header.version !== '2.03') yield `Read as 2.03, which only added to ${header.version}.`;
  if (check.state === 'sound') {
    yield ratesFile === null
      ? 'No rates were given (--rates CSV), so nothing was converted: only what is in dollars is in dollars.'
      : `Converted to dollars by the rates of ${ratesFile}, each amount by the year of its value date.`;
    yield* saySummary(check.summary);
  }
  yield* sayProblems(check);
  if (check.state === 'refused') yield 'Refused: nothing of this file would be kept.';
  else yield* sayUnkept(check.unkept);
}

function* saySummary(summary: Extract<IatiCheck, { state: 'sound' }>['summary']): Generator<string> {
  const { activities, organisations, transactions, budgets, plannedDisbursements, organisationBudgets } =
    summary;
  yield `Activities: ${activities}. Transactions: ${transactions.count}. Budgets: ${budgets.count}. Planned disbursements: ${plannedDisbursements.count}.`;
  yield `Organisations: ${organisations}. Their budgets: ${organisationBudgets.count}.`;
  for (const { type, ...sum } of transactions.byType)
    yield `  transactions ${type || '(no type)'} ${wordOf(type)}: ${saySum(sum)}`;
  for (const sum of budgets.afterRevisions) yield `  budgets after revisions: ${saySum(sum)}`;
  for (const sum of plannedDisbursements.sums) yield `  planned disbursements: ${saySum(sum)}`;
  for (const { kind, ...sum } of organisationBudgets.byKind) yield `  ${kind}: ${saySum(sum)}`;
  for (const { recipient, start, end, ...sum } of summary.byRecipientAndYear)
    yield `  ${recipient} ${start} to ${end}: ${saySum(sum)}`;
  if (summary.withoutAmount > 0) yield `Amounts that cannot be read, in no sum: ${summary.withoutAmount}.`;
}

/** As published, then in dollars, then what was not converted. */
export function saySum({ currency, count, amount, usd, notConverted }: Sum): string {
  const rest = notConverted && notConverted.count > 0 ? notConverted : null;
  return [
    `${money(currency, amount)} (${count})`,
    usd !== undefined && rest?.count !== count && `in dollars ${money('USD', usd)}`,
    rest && `not converted ${money(currency, rest.amount)} (${rest.count})`,
  ]
    .filter(Boolean)
    .join('; ');
}

function* sayProblems({ listed, counts }: IatiCheck): Generator<string> {
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
  yield `Problems: ${total}.`;
  for (const problem of listed) yield `  ${sayProblem(problem)}`;
  if (total > listed.length) {
    yield `  … and ${total - listed.length} more. All by code:`;
    for (const [code, count] of Object.entries(counts)) yield `  ${code}: ${count}`;
  }
}

function sayProblem({ grade, code, line, column, path, details }: Problem): string {
  const place = column === undefined ? `line ${line}` : `line ${line}, column ${column}`;
  const more = Object.entries(details).map(([name, value]) => `${name}=${oneLine(String(value))}`);
  return [`${grade}: ${code}`, place, oneLine(path), ...more].filter(Boolean).join(', ');
}

function* sayUnkept(unkept: Extract<IatiCheck, { state: 'sound' }>['unkept']): Generator<string> {
  yield `Not kept: ${unkept.length} ${unkept.length === 1 ? 'kind' : 'kinds'} of content.`;
  for (const { path, count, line, isExtension } of unkept)
    yield `  ${oneLine(path)}${isExtension ? ' (extension)' : ''}: ${count}, first on line ${line}`;
}

function money(currency: string, amount: string): string {
  const [whole = '', fraction] = amount.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  const shown = fraction === undefined ? grouped : `${grouped}.${fraction.padEnd(2, '0')}`;
  return `${oneLine(currency) || '(no currency)'} ${shown}`;
}

function wordOf(type: string): string {
  return Object.hasOwn(transactionTypes, type) ? transactionTypes[type as keyof typeof transactionTypes] : '';
}
