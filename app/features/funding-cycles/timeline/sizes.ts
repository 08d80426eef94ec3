/** The height of one lane of marks. */
export const laneRem = 1.5;

/** How far apart, in percent, marks must be at least where years are as narrow as they get. */
export function leastGapOf(yearCount: number): number {
  const markRem = 1.375;
  const leastYearRem = 11;
  return (markRem / (Math.max(1, yearCount) * leastYearRem)) * 100;
}
