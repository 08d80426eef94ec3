/** The height of one lane of marks. */
export const laneRem = 1.5;

/** How wide a year is at least, so that its name and dates fit, and five of them beside the names at 1280 pixels. */
export const leastYearRem = 9.25;

/** How far apart, in percent, marks must be at least where years are as narrow as they get. */
export function leastGapOf(yearCount: number): number {
  const markRem = 1.375;
  return (markRem / (Math.max(1, yearCount) * leastYearRem)) * 100;
}
