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
export { type LineMoney, moneyOfLine, type Unread } from './amounts';
export { type PlanRoots, planRoots } from './document';
export {
  type FigureAction,
  type FigureRow,
  type FigureRows,
  figureRows,
  type RowKind,
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
  institutionKey,
  type Totals,
  totalsByCurrency,
} from './figures';
export { type ActionFlag, actionFlags, type FlagCode } from './flags';
export { type HorizonProblem, horizonProblem, planLimits, planTitle } from './limits';
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
export { narrativeText } from './narrative-text';
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
export { type PlanSeed, type PlanTemplateName, planTemplates, seedPlan } from './seed';
export { isOverdue, type ReportPeriod, reportPeriods } from './status';
export { withDescendants } from './tree';
export * from './types';
