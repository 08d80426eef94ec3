import type { Language } from '#domain/languages';
import { csvSeparator } from '#domain/lists/csv-separator';
import { disarmFormula } from '#domain/lists/formula-text';

/**
 * A list as a file that spreadsheets open: UTF-8 with its mark, CRLF, quoted where needed. A text that a
 * spreadsheet would take for a formula gets an apostrophe before it. Cells are separated as the reader's spreadsheet
 * expects.
 */
export function csvResponse({
  language,
  name,
  header,
  rows,
}: {
  language: Language;
  name: string;
  header: string[];
  rows: (string | number | null)[][];
}): Response {
  const lines = [header, ...rows].map((cells) => cells.map(cell).join(csvSeparator(language)));
  return new Response(`\uFEFF${lines.join('\r\n')}\r\n`, {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="${name}.csv"`,
    },
  });
}

function cell(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const safe = disarmFormula(value);
  return /[",;\t\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
