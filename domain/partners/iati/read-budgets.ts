import { addMonths } from '../../calendars';
import { attributeOf, childOf, type XmlElement } from './element';
import { flag, type Reading, readOrganisationRef, readPeriod, readValue } from './read-parts';
import type { Budget, Period, PlannedDisbursement } from './types';

/** IATI 2.03: @type absent means 1 (original), @status absent means 1 (indicative). */
export function readBudget(element: XmlElement, reading: Reading): Budget {
  const type = attributeOf(element, 'type') ?? '1';
  const status = attributeOf(element, 'status') ?? '1';
  if (type !== '1' && type !== '2')
    flag(reading, 'budget_type_unknown', element, { type: type.slice(0, 40) });
  if (status !== '1' && status !== '2')
    flag(reading, 'budget_status_unknown', element, { status: status.slice(0, 40) });
  const period = readPeriod(element, reading);
  if (isOverAYear(period))
    flag(reading, 'budget_over_a_year', element, { start: period.start ?? '', end: period.end ?? '' });
  return { line: element.line, type, status, period, value: readValue(element, reading) };
}

/** A budget covers at most a year. */
function isOverAYear({ start, end }: Period): boolean {
  if (!start || !end || end.startsWith(start.slice(0, 4))) return false;
  return end > addMonths(start, 12);
}

export function readPlannedDisbursement(element: XmlElement, reading: Reading): PlannedDisbursement {
  return {
    line: element.line,
    type: attributeOf(element, 'type') ?? '1',
    period: readPeriod(element, reading, { needsEnd: false }),
    value: readValue(element, reading),
    provider: readOrganisationRef(childOf(element, 'provider-org')),
    receiver: readOrganisationRef(childOf(element, 'receiver-org')),
  };
}
