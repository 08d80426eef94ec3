import { type Dependencies, institutionCommands } from './commands';
import { institutionQueries } from './queries';

export { labelColumns } from './columns';
export { labelOf } from './label';
export type { InstitutionDetail, InstitutionFilter, ListedInstitution } from './queries';
export {
  type InstitutionFacts,
  type InstitutionIdentifier,
  identifiersOf,
  insertInstitution,
  joinWorkspace,
  replaceIdentifiers,
} from './write-institution';

export function makeInstitutions(dependencies: Dependencies) {
  return { ...institutionCommands(dependencies), ...institutionQueries(dependencies.db) };
}
