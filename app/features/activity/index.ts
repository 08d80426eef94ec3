export { ActivityList } from './activity-list';
export { useEventStream } from './use-event-stream';
export { useLiveRefresh } from './use-live-refresh';
