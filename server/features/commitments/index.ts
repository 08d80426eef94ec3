export { removeActivity } from './remove-activity';
export { type WrittenActivity, writeActivity } from './write-activity';
