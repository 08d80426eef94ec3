export { ArchivePlan } from './archive-plan';
export { NewPlanForm } from './new-plan-form';
export { PlanFacts } from './plan-facts';
export { PlanSettingsForm } from './plan-settings-form';
