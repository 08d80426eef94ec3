export { ActivityList } from './activity-list';
export { useLiveRefresh } from './use-live-refresh';
