export { OwnRegistration, Withdrawn } from './own-registration';
export { RegisterSection } from './register-form';
export { AttendanceCounts, RegistrationTable } from './registration-table';
export { RulesForm } from './rules-form';
export { Untold } from './untold';
