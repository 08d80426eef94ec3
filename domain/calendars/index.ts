export { addDays, addMonths, isoDate } from './dates';
export { fiscalYearName } from './fiscal-year-name';
export {
  type FiscalCalendar,
  type FiscalYear,
  fiscalYearBounds,
  fiscalYearOf,
  fiscalYearsOfHorizon,
  spansTwoYears,
} from './fiscal-years';
export { type Period, periodOf, spreadByDays } from './pro-rata';
