export { CancelSection } from './cancel-section';
export { DialogueDates } from './dialogue-dates';
export { DialogueMonth } from './dialogue-month';
export { ViewSwitch } from './view-switch';
