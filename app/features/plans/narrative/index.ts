export { NarrativeTab } from './narrative-tab';
