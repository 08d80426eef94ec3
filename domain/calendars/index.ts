export { addDays, addMonths, isoDate } from './dates';
export {
  type FiscalCalendar,
  type FiscalYear,
  fiscalYearBounds,
  fiscalYearName,
  fiscalYearOf,
  fiscalYearsOfHorizon,
  fiscalYearsStartingIn,
  spansTwoYears,
} from './fiscal-years';
