export type { Author, Events, RecordEvent, RecordedEvent } from './events';
export { makeEvents } from './events';
