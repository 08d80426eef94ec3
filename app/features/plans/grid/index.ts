export { ActionsTab } from './actions-tab';
