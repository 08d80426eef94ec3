export { removeActivity } from './remove-activity';
export { activityFieldsOf, factRecordOf, organisationRecordOf, shareRecordOf } from './rows';
export { type WrittenActivity, writeActivity } from './write-activity';
