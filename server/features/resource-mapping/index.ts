import { mappingApplication } from './apply';
import { mappingCommands } from './commands';
import { runMappingTask } from './mapping-tasks';
import { mappingTemplate } from './template';
import type { Dependencies } from './types';

export type { MappingPreview } from './types';

/** Commitments as a workbook: out to be filled in, and back in by the ids of their rows. */
export function makeResourceMapping(given: Omit<Dependencies, 'runTask'> & Partial<Dependencies>) {
  const dependencies: Dependencies = { runTask: runMappingTask, ...given };
  const { findOwn, ...commands } = mappingCommands(dependencies);
  return {
    ...mappingTemplate(dependencies),
    ...commands,
    ...mappingApplication(dependencies, { findOwn }),
  };
}
