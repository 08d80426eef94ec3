export {
  type ActionField,
  actionIdsInOrder,
  addAction,
  duplicateAction,
  moveAction,
  type NewAction,
  removeAction,
  setActionField,
  setActionObjective,
  setActionText,
  setExtra,
  setLead,
  setTheme,
} from './actions';
export { type PlanRoots, planRoots } from './document';
export {
  addLine,
  addSupporter,
  type LineFields,
  type LineKind,
  moveLine,
  removeLine,
  removeSupporter,
  setLine,
} from './lines';
export {
  addObjective,
  moveObjective,
  type NewObjective,
  removeObjective,
  setObjectiveLevel,
  setObjectiveTitle,
} from './objectives';
export { orderBetween } from './order';
export { type Period, parseFiscalYear, parsePeriod } from './period';
export {
  type PlanContent,
  readAction,
  readActions,
  readObjective,
  readObjectives,
  readPlan,
} from './read';
export type { Reading } from './reading';
export { withDescendants } from './tree';
export * from './types';
