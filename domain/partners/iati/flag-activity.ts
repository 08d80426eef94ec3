import { childrenOf, type XmlElement } from './element';
import { flag, type Reading } from './read-parts';
import { effectiveBudgets } from './rules/effective-budgets';
import { placeShares, sectorShares } from './rules/shares';
import type { Activity } from './types';

/** What is wrong with an activity as a whole. */
export function flagActivity(activity: Activity, element: XmlElement, reading: Reading): void {
  if (!activity.identifier) flag(reading, 'identifier_missing', element);
  if (!activity.reportingOrganisation?.ref) flag(reading, 'reporting_org_missing', element);
  if (activity.titles.length === 0) flag(reading, 'title_missing', element);
  flagPlaces(activity, element, reading);
  flagSectors(activity, element, reading);
  const budgets = childrenOf(element, 'budget');
  for (const index of effectiveBudgets(activity.budgets).repeated)
    flag(reading, 'budget_repeated', budgets[index] ?? element);
}

/** A place or a sector may stand on the activity, or on every transaction instead. */
function flagPlaces(activity: Activity, element: XmlElement, reading: Reading): void {
  const { total } = placeShares(activity);
  const hasCountry =
    activity.countries.length > 0 || activity.transactions.some(({ countries }) => countries.length > 0);
  if (!hasCountry) flag(reading, 'country_missing', element, { regions: activity.regions.length });
  if (isOff(total)) flag(reading, 'percentages_not_100', element, { of: 'recipient', total });
}

function flagSectors(activity: Activity, element: XmlElement, reading: Reading): void {
  const { shares, total } = sectorShares(activity.sectors);
  const isOnTransactions = activity.transactions.some(({ sectors }) => sectors.length > 0);
  if (shares.length === 0 && !isOnTransactions) flag(reading, 'sector_missing', element);
  if (isOff(total)) flag(reading, 'percentages_not_100', element, { of: 'sector', total });
}

// Publishers round each share to two places: three thirds make 99.99.
function isOff(total: string | null): total is string {
  return total !== null && Math.abs(Number(total) - 100) > 0.05;
}
