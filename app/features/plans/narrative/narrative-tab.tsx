import { useCanWrite, useOpenPlan } from '../plan-layout';
import { SharedText } from './shared-text';

/** The text of the plan. */
export function NarrativeTab() {
  const { language } = useOpenPlan();
  return <SharedText language={language} canWrite={useCanWrite()} />;
}
