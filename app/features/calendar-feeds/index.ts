export { FeedForm } from './feed-form';
export { FeedList } from './feed-list';
export { ShownAddress } from './shown-address';
