import { NarrativeTab } from '#app/features/plans/narrative';
import '#app/features/plans/narrative/narrative.css';
import '#app/features/plans/narrative/plan-text.css';

export default function PlanTextRoute() {
  return <NarrativeTab />;
}
