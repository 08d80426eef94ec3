export { CancelSection } from './cancel-section';
export { DialogueDates } from './dialogue-dates';
export { DialogueMonth } from './dialogue-month';
export { type DialoguesView, ViewSwitch } from './view-switch';
