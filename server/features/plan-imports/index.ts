import type { Cell } from '#domain/plans/matrix';
import { importApplication } from './apply-import';
import { importCommands } from './commands';
import { matrixExport } from './export-matrix';
import { runMatrixTask } from './matrix-tasks';
import { importQueries } from './queries';
import { importReader } from './read-import';
import type { Dependencies } from './types';

export { fileKindOf, refuseFile } from './file-kind';
export { limitTable } from './limit-table';
export type { MatrixUpload } from './matrix-tasks';
export { readCsv, readPaste } from './read-text';
export { readWorkbook } from './read-workbook';
export type { ImportPreview } from './types';

/** Existing action matrices on their way into a plan: kept and read beside it, written into it when confirmed. */
export function makePlanImports(given: Omit<Dependencies, 'runTask'> & Partial<Dependencies>) {
  const dependencies: Dependencies = { runTask: runMatrixTask, ...given };
  const readImport = importReader(dependencies);
  return {
    ...importCommands(dependencies),
    ...importApplication({ ...dependencies, readImport }),
    ...matrixExport(dependencies),
    ...importQueries({ ...dependencies, readImport }),
    /** Any table as a workbook of one sheet, written in a thread beside the server. */
    writeWorkbook: (table: { name: string; rows: Cell[][] }) =>
      dependencies.runTask('write', { as: 'xlsx', ...table }),
  };
}
