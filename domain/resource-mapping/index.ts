export {
  type ChoiceColumn,
  choiceColumns,
  type MappingColumn,
  mappingColumns,
  mappingLimits,
} from './columns';
export {
  type ComparedRow,
  compareRows,
  type KnownFact,
  type KnownState,
  type RowState,
  rowStates,
} from './compare-rows';
export { type ReadMapping, readSheet } from './read-sheet';
export { inheritedValues, ownValues, rowValuesOf } from './row-values';
export type { MappingWords } from './words';
export { changeFact, makeActivity, makeFact } from './write-fact';
export { type MarkedRow, newMark, writeSheet } from './write-sheet';
