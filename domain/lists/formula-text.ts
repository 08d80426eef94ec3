/** What a spreadsheet reads as the start of a formula, behind any apostrophes that stand before it already. */
const formulaStart = /^'*[=+\-@\t\r\n]/;
const plainNumber = /^[+-]?\d[\d\s.,]*%?$/;

/**
 * A text as a cell of a CSV file that no spreadsheet runs: one that it would take for a formula gets an apostrophe
 * before it (OWASP, CSV Injection). Numbers stay numbers.
 */
export function disarmFormula(text: string): string {
  return formulaStart.test(text) && !plainNumber.test(text) ? `'${text}` : text;
}

/** The text that `disarmFormula` made safe. */
export function rearmFormula(cell: string): string {
  return cell.startsWith("'") && formulaStart.test(cell) ? cell.slice(1) : cell;
}
