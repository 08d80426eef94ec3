export { type OpenPlan, useCanWrite, useOpenPlan } from './plan-context';
export { PlanLayout } from './plan-layout';
