export { makeSavedViews, type SavedView } from './saved-views';
