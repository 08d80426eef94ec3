export { type Documents, makeDocuments } from './documents';
export type { LoggedEntry } from './history';
