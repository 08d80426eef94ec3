export {
  actionIdsInOrder,
  addAction,
  duplicateAction,
  moveAction,
  removeAction,
  setActionField,
  setActionObjective,
  setActionText,
  setExtra,
  setLead,
  setTheme,
} from './actions';
export { type LineMoney, moneyOfLine } from './amounts';
export { planRoots } from './document';
export {
  type FigureAction,
  type FigureRow,
  type FigureRows,
  figureRows,
  type UnreadRow,
} from './figure-rows';
export {
  addTotals,
  currenciesOf,
  type FigureGroup,
  figuresByBlock,
  figuresByLead,
  figuresByObjective,
  figuresBySource,
  figuresByYear,
  type Totals,
  totalsByCurrency,
} from './figures';
export { type ActionFlag, actionFlags } from './flags';
export { horizonProblem, planTitle } from './limits';
export {
  addLine,
  addSupporter,
  type LineFields,
  type LineKind,
  removeLine,
  removeSupporter,
  setLine,
} from './lines';
export { narrativeText } from './narrative-text';
export {
  addObjective,
  moveObjective,
  removeObjective,
  setObjectiveTitle,
} from './objectives';
export { type Passage, passagesOf } from './passages';
export { type Period, parseFiscalYear, parsePeriod, readQuarter } from './period';
export {
  readAction,
  readObjective,
  readObjectives,
  readPlan,
} from './read';
export type { Reading } from './reading';
export { type PlanTemplateName, seedPlan } from './seed';
export { isOverdue } from './status';
export { withDescendants } from './tree';
export * from './types';
