import { type IatiCheck, type Problem, transactionTypes } from '#domain/partners/iati';

/** What an operator reads of a checked file, line by line. */
export function* sayIatiCheck(file: string, check: IatiCheck): Generator<string> {
  const { header } = check;
  yield header ? `${file}: IATI ${header.standard}, version ${header.version}` : `${file}:`;
  if (header && header.version !== '2.03') yield `Read as 2.03, which only added to ${header.version}.`;
  if (check.state === 'sound') yield* saySummary(check.summary);
  yield* sayProblems(check);
  if (check.state === 'refused') yield 'Refused: nothing of this file would be kept.';
  else yield* sayUnkept(check.unkept);
}

function* saySummary(summary: Extract<IatiCheck, { state: 'sound' }>['summary']): Generator<string> {
  const { activities, organisations, transactions, budgets, plannedDisbursements, organisationBudgets } =
    summary;
  yield `Activities: ${activities}. Transactions: ${transactions.count}. Budgets: ${budgets.count}. Planned disbursements: ${plannedDisbursements.count}.`;
  yield `Organisations: ${organisations}. Their budgets: ${organisationBudgets.count}.`;
  for (const { type, currency, count, amount } of transactions.byType)
    yield `  transactions ${type || '(no type)'} ${wordOf(type)}: ${money(currency, amount)} (${count})`;
  for (const { currency, count, amount } of budgets.afterRevisions)
    yield `  budgets after revisions: ${money(currency, amount)} (${count})`;
  for (const { currency, count, amount } of plannedDisbursements.sums)
    yield `  planned disbursements: ${money(currency, amount)} (${count})`;
  for (const { kind, currency, count, amount } of organisationBudgets.byKind)
    yield `  ${kind}: ${money(currency, amount)} (${count})`;
  for (const { recipient, start, end, currency, amount } of summary.byRecipientAndYear)
    yield `  ${recipient} ${start} to ${end}: ${money(currency, amount)}`;
  if (summary.withoutAmount > 0) yield `Amounts that cannot be read, in no sum: ${summary.withoutAmount}.`;
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

export function money(currency: string, amount: string): string {
  const [whole = '', fraction] = amount.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  const shown = fraction === undefined ? grouped : `${grouped}.${fraction.padEnd(2, '0')}`;
  return `${oneLine(currency) || '(no currency)'} ${shown}`;
}

function wordOf(type: string): string {
  return Object.hasOwn(transactionTypes, type) ? transactionTypes[type as keyof typeof transactionTypes] : '';
}

/** A file's own text must not steer the operator's terminal. */
function oneLine(text: string): string {
  return text.replace(/\p{C}/gu, '�');
}
