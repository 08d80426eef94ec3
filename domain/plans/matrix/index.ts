export { compareWithPlan } from './compare-with-plan';
export type { HeaderPlace } from './find-header';
export { guessForSheet, guessMapping, type MatrixDefaults } from './guess-mapping';
export type { KnownInstitution } from './institutions';
export {
  type ColumnMapping,
  isMoneyField,
  type MatrixField,
  type MatrixMapping,
  matrixFields,
  units,
} from './mapping';
export { matrixMappingSchema } from './mapping-schema';
export { type MatrixProblem, type ProblemCode, type ProblemGrade, problemCodes } from './problems';
export { type MatrixContext, readMatrix } from './read-matrix';
export type { DraftAction, MatrixReading, UnresolvedInstitution } from './reading';
export {
  type Cell,
  cellText,
  letterOf,
  type MergedRegion,
  type Sheet,
  type SourceTable,
  tableLimits,
} from './table';
export { type WrittenMatrix, writeIntoPlan } from './write-into-plan';
export { type TableWords, writeTable } from './write-table';
