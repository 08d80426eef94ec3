import { childrenOf, type XmlElement } from './element';
import { flag, type Reading } from './read-parts';
import { repeatedBudgets } from './rules/effective-budgets';
import { isDacSector, placeTotal, sectorTotal } from './rules/shares';
import type { Activity, CodedShare } from './types';

/** What is wrong with an activity as a whole. */
export function flagActivity(activity: Activity, element: XmlElement, reading: Reading): void {
  if (!activity.identifier) flag(reading, 'identifier_missing', element);
  if (!activity.reportingOrganisation?.ref) flag(reading, 'reporting_org_missing', element);
  if (activity.titles.length === 0) flag(reading, 'title_missing', element);
  flagPlaces(activity, element, reading);
  flagSectors(activity, element, reading);
  const budgets = childrenOf(element, 'budget');
  for (const index of repeatedBudgets(activity.budgets))
    flag(reading, 'budget_repeated', budgets[index] ?? element);
}

/** A place or a sector may stand on the activity, or on every transaction instead. */
function flagPlaces(activity: Activity, element: XmlElement, reading: Reading): void {
  const hasCountry =
    activity.countries.length > 0 || activity.transactions.some(({ countries }) => countries.length > 0);
  if (!hasCountry) flag(reading, 'country_missing', element, { regions: activity.regions.length });
  if (!hasPercentage(activity.countries) && !hasPercentage(activity.regions)) return;
  const total = placeTotal(activity);
  if (isOff(total)) flag(reading, 'percentages_not_100', element, { of: 'recipient', total });
}

function flagSectors(activity: Activity, element: XmlElement, reading: Reading): void {
  const isOnTransactions = activity.transactions.some(({ sectors }) => sectors.length > 0);
  if (!activity.sectors.some(isDacSector) && !isOnTransactions) flag(reading, 'sector_missing', element);
  if (!hasPercentage(activity.sectors)) return;
  const total = sectorTotal(activity.sectors);
  if (isOff(total)) flag(reading, 'percentages_not_100', element, { of: 'sector', total });
}

// One that says 100 for all is the most common by far, and needs no arithmetic.
function hasPercentage(shares: readonly CodedShare[]): boolean {
  if (shares.length === 1 && shares[0]?.percentage === '100') return false;
  return shares.some(({ percentage }) => percentage !== null);
}

// Publishers round each share to two places: three thirds make 99.99.
function isOff(total: string | null): total is string {
  return total !== null && Math.abs(Number(total) - 100) > 0.05;
}
