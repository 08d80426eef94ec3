export { AwaitedNotice } from './awaited-notice';
export { FollowUpList } from './follow-up-list';
export { LinkActionForms } from './link-action-forms';
export { ReviewedDecisions } from './reviewed-decisions';
