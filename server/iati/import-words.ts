import type { ImportResult } from './run-import';
import { saySum } from './words';

/** What an operator reads of an imported file, line by line. */
export function* sayImport(file: string, result: ImportResult): Generator<string> {
  const { state, header, refusal, outcomes, notTaken } = result;
  yield header
    ? `${file}: IATI ${header.standard}, version ${header.version}: ${state}`
    : `${file}: ${state}`;
  if (refusal) yield `Refused: ${refusal.code}, line ${refusal.line}. Nothing of this file is kept.`;
  yield `Activities: ${result.activities}. Transactions: ${result.transactions.count}. Budgets: ${result.budgets.count}. Organisations: ${result.organisations}. Their budgets: ${result.organisationBudgets.count}.`;
  for (const [outcome, count] of Object.entries(outcomes)) yield `  ${outcome}: ${count}`;
  for (const [reason, count] of Object.entries(notTaken)) yield `  not taken, ${reason}: ${count}`;
  for (const { kind, ...sum } of result.imported) yield `  ${kind}: ${saySum(sum)}`;
  const problems = Object.values(result.problems).reduce((sum, count) => sum + count, 0);
  yield `Problems: ${problems}. Not kept: ${result.unkept.length} kinds of content.`;
}
