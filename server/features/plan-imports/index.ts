import { importApplication } from './apply-import';
import { importCommands } from './commands';
import { importQueries } from './queries';
import { importReader } from './read-import';
import type { Dependencies } from './types';

export type { MatrixUpload } from './matrix-tasks';
export type { ImportPreview } from './types';

/** Existing action matrices on their way into a plan: kept and read beside it, written into it when confirmed. */
export function makePlanImports(dependencies: Dependencies) {
  const readImport = importReader(dependencies);
  return {
    ...importCommands(dependencies),
    ...importApplication({ ...dependencies, readImport }),
    ...importQueries({ ...dependencies, readImport }),
  };
}

export type PlanImports = ReturnType<typeof makePlanImports>;
