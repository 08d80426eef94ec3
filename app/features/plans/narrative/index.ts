export { NarrativeTab } from './narrative-tab';
export { SharedText } from './shared-text';
