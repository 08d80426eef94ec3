import type { RateProblem } from '#domain/money/imf-rates';

/** What an operator reads of the lines of a file of rates that could not be used. */
export function* sayRateProblems(file: string, problems: readonly RateProblem[]): Generator<string> {
  if (problems.length > 0) yield `${file}: ${problems.length} problems, and these lines are not used:`;
  for (const { line, code, found } of problems) yield `  line ${line}: ${code} ${oneLine(found)}`;
}

/** A file's own text must not steer the operator's terminal. */
export function oneLine(text: string): string {
  return text.replace(/\p{C}/gu, '�');
}
