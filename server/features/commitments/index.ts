export { readActivities } from './read-activities';
export { removeActivity } from './remove-activity';
export { type WrittenActivity, writeActivity } from './write-activity';
