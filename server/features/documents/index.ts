export { type Documents, makeDocuments } from './documents';
