import { parse } from 'csv-parse/sync';
import { rearmFormula } from '#domain/lists/formula-text';
import type { SourceTable } from '#domain/plans/matrix';
import { refuseFile } from './file-kind';

/** Reads a CSV in UTF-8, UTF-16 or Windows-1252, whatever separates its cells; as written by our own export, no text is changed. */
export function readCsv(bytes: Uint8Array, name: string): SourceTable {
  const { sheets, ...table } = tableOf('csv', decode(bytes), name);
  const rearmed = sheets.map((sheet) => ({
    ...sheet,
    rows: sheet.rows.map((row) => row.map((cell) => (typeof cell === 'string' ? rearmFormula(cell) : cell))),
  }));
  return { ...table, sheets: rearmed };
}

/** Reads rows as a spreadsheet puts them on the clipboard. */
export function readPaste(text: string): SourceTable {
  return tableOf('paste', text, '');
}

function tableOf(kind: 'csv' | 'paste', text: string, name: string): SourceTable {
  const named = /^sep=(.)\r?\n/i.exec(text);
  const body = named ? text.slice(named[0].length) : text;
  const delimiter = named?.[1] ?? guessDelimiter(body);
  try {
    const rows: string[][] = parse(body, {
      delimiter,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: false,
      bom: true,
    });
    return { kind, sheets: [{ name, rows, merges: [] }] };
  } catch {
    // A quote that never closes: better every line as it stands than nothing.
    const rows = body.split(/\r\n?|\n/).map((line) => line.split(delimiter));
    return { kind, sheets: [{ name, rows, merges: [] }] };
  }
}

/** 0x80 to 0x9f, where Windows-1252 differs from Latin-1. Some releases of Node decode the one as the other. */
const windows1252 = [...'€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'];

/** UTF-8 where the bytes are valid UTF-8, else the code page of Western European Windows, Excel's CSV. */
export function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const text = Buffer.from(bytes)
      .toString('latin1')
      .replace(/[\u0080-\u009f]/g, (c) => windows1252[c.charCodeAt(0) - 0x80] ?? c);
    if (text.includes('\0')) throw refuseFile('unknown');
    return text;
  }
}

/** The separator that cuts the first rows into the same number of cells most often. */
export function guessDelimiter(text: string): string {
  const lines = text
    .replace(/"[^"]*"/g, '')
    .split(/\r\n?|\n/, 60)
    .filter(Boolean);
  let best = { delimiter: '\t', score: 0 };
  for (const delimiter of ['\t', ';', ',', '|']) {
    const counts = lines.map((line) => line.split(delimiter).length - 1).filter((count) => count > 0);
    const usual = mode(counts);
    const score = counts.filter((count) => count === usual).length * Math.min(usual, 4);
    if (score > best.score) best = { delimiter, score };
  }
  return best.delimiter;
}

function mode(counts: readonly number[]): number {
  const times = new Map<number, number>();
  for (const count of counts) times.set(count, (times.get(count) ?? 0) + 1);
  return [...times].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0] ?? 0;
}
