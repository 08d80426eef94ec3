export { InstitutionFactsList } from './institution-facts-list';
export { InstitutionForm } from './institution-form';
export { InstitutionList } from './institution-list';
export { useKindFilter } from './kind-filter';
export { institutionOptions } from './options';
