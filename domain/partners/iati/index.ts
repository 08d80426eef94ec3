export { checkIati, type IatiCheck } from './check';
export type { Problem } from './problems';
export { transactionTypes } from './rules/transaction-types';
