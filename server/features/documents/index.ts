export { type Documents, makeDocuments } from './documents';
export { type LoggedEntry, readHistory } from './history';
export { makeSyncStorage } from './storage';
