import { type CellValue, type DataValidation, type Cell as WorkbookCell, writeXlsx } from 'hucre/xlsx';
import { type Cell, letterOf } from '#domain/plans/matrix';
import {
  choiceColumns,
  type MappingColumn,
  type MappingWords,
  mappingColumns,
} from '#domain/resource-mapping';

const dateColumns: readonly MappingColumn[] = ['valueDate', 'periodStart', 'periodEnd'];
const widths: Partial<Record<MappingColumn, number>> = { partner: 34, activity: 48, note: 40, theme: 28 };

/** Rows below the last one in which the lists still drop down: people insert rows. */
const spareRows = 1_000;

/** The workbook: one sheet to fill in, whose first column and header are locked, and a hidden one with the lists. */
export async function writeMappingWorkbook(rows: Cell[][], words: MappingWords): Promise<Uint8Array> {
  const last = rows.length + spareRows;
  return writeXlsx({
    sheets: [
      {
        name: words.sheet,
        rows: rows.map((row, index) => (index === 0 ? [...row] : row.map(cellValue))),
        columns: [
          { width: 4, hidden: true },
          ...mappingColumns.map((column) => ({
            width: widths[column] ?? 16,
            style: { protection: { locked: false }, ...formatOf(column) },
          })),
        ],
        cells: headerCells(rows[0] ?? [], words),
        dataValidations: validations(words, last),
        freezePane: { rows: 1 },
        autoFilter: { range: `B1:${letterOf(mappingColumns.length)}${rows.length}` },
        // Without a password: it keeps the marks of the rows from being typed over, and nobody out.
        protection: {
          sheet: true,
          formatCells: true,
          formatColumns: true,
          formatRows: true,
          insertRows: true,
          sort: true,
          autoFilter: true,
        },
      },
      { name: words.listsSheet, rows: listRows(words), hidden: true },
    ],
  });
}

function formatOf(column: MappingColumn) {
  if (dateColumns.includes(column)) return { numFmt: 'yyyy-mm-dd' };
  return column === 'amount' ? { numFmt: '#,##0.00##' } : {};
}

function cellValue(cell: Cell, place: number): CellValue {
  const column = mappingColumns[place - 1];
  if (cell === '') return null;
  return column && dateColumns.includes(column) && typeof cell === 'string'
    ? new Date(`${cell}T00:00:00Z`)
    : cell;
}

function headerCells(header: Cell[], words: MappingWords): Map<string, Partial<WorkbookCell>> {
  return new Map(
    header.map((value, place) => {
      const column = mappingColumns[place - 1];
      return [
        `0,${place}`,
        {
          value,
          style: { font: { bold: true }, protection: { locked: true } },
          ...(column ? { comment: { author: 'Concord', text: words.hint[column] } } : {}),
        },
      ];
    }),
  );
}

/** One column of the lists' sheet for each column with a choice. */
function listRows({ choices, header }: MappingWords): CellValue[][] {
  const lists = choiceColumns.map((column) => [header[column], ...choices[column].map(({ label }) => label)]);
  const length = Math.max(...lists.map((list) => list.length));
  return Array.from({ length }, (_, row) => lists.map((list) => list[row] ?? null));
}

function validations(words: MappingWords, last: number): DataValidation[] {
  return choiceColumns.flatMap((column, place) => {
    const count = words.choices[column].length;
    if (count === 0) return [];
    const letter = letterOf(place);
    const at = letterOf(mappingColumns.indexOf(column) + 1);
    return {
      type: 'list' as const,
      formula1: `'${words.listsSheet.replaceAll("'", "''")}'!$${letter}$2:$${letter}$${count + 1}`,
      allowBlank: true,
      showErrorMessage: true,
      // A warning and no wall: what stands there already may be several values.
      errorStyle: 'warning' as const,
      errorTitle: words.errorTitle,
      errorMessage: words.error,
      range: `${at}2:${at}${last}`,
    };
  });
}
