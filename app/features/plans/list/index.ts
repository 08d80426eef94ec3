export { ArchivedPlans } from './archived-plans';
export { PlanCard } from './plan-card';
