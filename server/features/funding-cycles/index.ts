import { budgetCommands } from './budget-commands';
import { budgetQueries } from './budget-queries';
import { calendarDatesQuery } from './calendar-dates';
import { countryCalendars } from './country-calendars';
import { cycleCommands } from './cycle-commands';
import { cycleQueries } from './cycle-detail';
import { editablePartnersQuery } from './editable-partners';
import { envelopeCommands } from './envelope-commands';
import { eventCommands } from './event-commands';
import { listCyclesQuery } from './list-cycles';
import { ruleCommands } from './rule-commands';
import { timelineQuery } from './timeline';
import type { Dependencies } from './types';

export type { BudgetEventFacts } from './budget-commands';
export type { BudgetEvent } from './budget-queries';
export type { CalendarDate } from './calendar-dates';
export type { CycleDetail, CycleEnvelope, DetailedEvent, FormerDate } from './cycle-detail';
export type { CycleFilter, ListedCycle } from './list-cycles';
export type { Timeline, TimelineFilter, TimelineMark, TimelineRow } from './timeline';
export type { CycleFacts, EnvelopeFacts, EventFacts } from './types';

/** When partners' money can be asked for, and when a country's budget can take it up. */
export function makeFundingCycles(dependencies: Dependencies) {
  const { db } = dependencies;
  return {
    ...cycleCommands(dependencies),
    ...eventCommands(dependencies),
    ...ruleCommands(dependencies),
    ...envelopeCommands(dependencies),
    ...budgetCommands(dependencies),
    ...countryCalendars(dependencies),
    ...listCyclesQuery(dependencies),
    ...cycleQueries(dependencies),
    ...editablePartnersQuery(db),
    ...budgetQueries(db),
    ...timelineQuery(dependencies),
    ...calendarDatesQuery(db),
  };
}

export type FundingCycles = ReturnType<typeof makeFundingCycles>;
