import type { FiscalCalendar } from '../calendars';
import type { Language } from '../languages';

/** How a plan's texts are read: by its language ("1,234", "03/04/2026") and its country's fiscal calendar. */
export interface Reading {
  language: Language;
  calendars: readonly FiscalCalendar[];
}
