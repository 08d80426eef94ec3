import { readXlsx, writeXlsx } from 'hucre/xlsx';

type Value = string | number | boolean | Date | null;

/** Changes a workbook's first sheet as a person does in a spreadsheet: rows are those below the header. */
export async function editWorkbook(
  bytes: Uint8Array,
  change: (rows: Value[][], header: Value[]) => Value[][],
): Promise<Uint8Array> {
  const { sheets } = await readXlsx(bytes);
  const [sheet, ...others] = sheets;
  const [header = [], ...rows] = (sheet?.rows ?? []) as Value[][];
  const changed = [header, ...change(rows, header)];
  return writeXlsx({
    sheets: [
      { name: sheet?.name ?? 'Sheet', rows: changed },
      ...others.map(({ name, rows: kept }) => ({ name, rows: kept, hidden: true })),
    ],
  });
}
