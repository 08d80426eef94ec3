import { csvSeparator } from '#domain/lists/csv-separator';

/** Rows as a file that spreadsheets open with the right columns: the separator follows the decimal mark of the locale. */
export function toCsv(rows: readonly (readonly string[])[], separator: ',' | ';'): string {
  const needsQuotes = new RegExp(`["\\n\\r${separator}]`);
  const cell = (text: string) => {
    const safe = withoutFormula(text);
    return needsQuotes.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  };
  return rows.map((row) => row.map(cell).join(separator)).join('\r\n');
}

/** A spreadsheet would run a text that begins like a formula; an apostrophe makes it text. Numbers stay numbers. */
function withoutFormula(text: string): string {
  return /^[=+@\t\r]|^-(?![\d.,\s]*$)/.test(text) ? `'${text}` : text;
}

export function downloadCsv(name: string, rows: readonly (readonly string[])[], locale: string): void {
  // The mark at the start tells Excel that the file is UTF-8.
  const file = new Blob(['\ufeff', toCsv(rows, csvSeparator(locale))], { type: 'text/csv;charset=utf-8' });
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name.replace(/[\\/:*?"<>|]/g, ' ');
  link.click();
  URL.revokeObjectURL(link.href);
}
