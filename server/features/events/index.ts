export type { Author, Commit, EventListener, Events, NewEvent, RecordEvent, RecordedEvent } from './events';
export { makeEvents } from './events';
