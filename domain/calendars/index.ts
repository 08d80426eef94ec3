export { addDays, addMonths, isoDate } from './dates';
export {
  type FiscalCalendar,
  type FiscalYear,
  fiscalYearBounds,
  fiscalYearName,
  fiscalYearOf,
  fiscalYearsOfHorizon,
  spansTwoYears,
} from './fiscal-years';
export { spreadByDays } from './pro-rata';
