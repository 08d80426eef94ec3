/** What a plan may be called and how long it may run. Years are fiscal years, by the calendar year they start in. */
export const planLimits = { titleLength: 200, firstYear: 1990, lastYear: 2100, years: 30 } as const;

/** A title as it is kept: without white space around or doubled inside. Null where that is no title. */
export function planTitle(text: string): string | null {
  const title = text.replace(/\s+/g, ' ').trim();
  return title !== '' && title.length <= planLimits.titleLength ? title : null;
}

export type HorizonProblem = 'yearInvalid' | 'yearsReversed' | 'yearsTooMany';

/** What is wrong with the first and last year of a plan; null when nothing is. */
export function horizonProblem({
  startYear,
  endYear,
}: {
  startYear: number;
  endYear: number;
}): HorizonProblem | null {
  const isYear = (year: number) =>
    Number.isInteger(year) && year >= planLimits.firstYear && year <= planLimits.lastYear;
  if (!isYear(startYear) || !isYear(endYear)) return 'yearInvalid';
  if (endYear < startYear) return 'yearsReversed';
  return endYear - startYear >= planLimits.years ? 'yearsTooMany' : null;
}
