export { AwaitedNotice } from './awaited-notice';
export { DeferralHistory, TakeUpForms } from './deferred';
export { FollowUpList } from './follow-up-list';
export { LinkActionForms } from './link-action-forms';
export { ReviewedDecisions } from './reviewed-decisions';
