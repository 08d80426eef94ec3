export { LostNotice } from './lost-notice';
export { PeopleHere } from './people-here';
export { type OpenPlan, useCanWrite, useOpenPlan } from './plan-context';
export { PlanLayout } from './plan-layout';
export { RefusedNotice } from './refused-notice';
