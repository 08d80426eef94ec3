export { checkIati, type IatiCheck } from './check';
export { defaultIatiLimits } from './limits';
export type { Grade, Problem } from './problems';
export { type IatiEvent, readIati, type ValidateRecord } from './read';
export { transactionTypes } from './rules/transaction-types';
export { type IatiSummary, makeSummary } from './summary';
export type { Sum } from './sums';
export type {
  Activity,
  IatiHeader,
  Organisation,
  OrganisationBudget,
  OrganisationRef,
} from './types';
export type { Unkept } from './unkept';
export { writeActivityXml } from './write/write-activity';
export { writeOrganisationXml } from './write/write-organisation';
