/** Where a cycle stands on a day; derived, never stored. */
export const cyclePhases = ['ahead', 'running', 'over'] as const;
export type CyclePhase = (typeof cyclePhases)[number];

export function phaseOf(period: { periodStart: string; periodEnd: string }, today: string): CyclePhase {
  if (today < period.periodStart) return 'ahead';
  return today > period.periodEnd ? 'over' : 'running';
}
