import Big from 'big.js';
import { writeCsv } from 'hucre/csv';
import { writeXlsx } from 'hucre/xlsx';
import { disarmFormula } from '#domain/lists/formula-text';
import type { Cell } from '#domain/plans/matrix';

/** A workbook of one sheet whose header stays in sight. */
export async function writeWorkbook(name: string, rows: readonly Cell[][]): Promise<Uint8Array> {
  const [header = []] = rows;
  return writeXlsx({
    sheets: [
      {
        name: name.replace(/[\\/?*[\]:]/g, ' ').slice(0, 31),
        rows: rows.map((row) => row.map((cell) => (cell === '' ? null : cell))),
        columns: header.map((cell) => ({ width: Math.min(48, Math.max(12, String(cell).length + 4)) })),
        cells: new Map(
          header.map((cell, column) => [`0,${column}`, { value: cell, style: { font: { bold: true } } }]),
        ),
        freezePane: { rows: 1 },
      },
    ],
  });
}

/** CSV as Excel opens it anywhere. No text is a formula; the import gives each back as it was. */
export function writeText(rows: readonly Cell[][]): string {
  const safe = rows.map((row) =>
    row.map((cell) => (typeof cell === 'string' ? disarmFormula(cell) : numberText(cell))),
  );
  return writeCsv(safe, { delimiter: ';', bom: true });
}

/** Three decimals could be taken for thousands ("12.125"): a fourth one rules that out. */
function numberText(value: number): Cell {
  const text = new Big(value).toFixed();
  return /\.\d{3}$/.test(text) ? `${text}0` : value;
}
