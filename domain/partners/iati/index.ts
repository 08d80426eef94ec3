export { checkIati, type IatiCheck } from './check';
export type { Problem } from './problems';
export { readIati } from './read';
export { transactionTypes } from './rules/transaction-types';
