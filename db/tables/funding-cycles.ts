import type {
  BudgetEventKind,
  CycleEventKind,
  CycleEventState,
  CycleKind,
  DatePrecision,
  EnvelopeStatus,
} from '../../domain/funding-cycles/kinds';
import type { WindowRule } from '../../domain/funding-cycles/rule';
import type { AccountId, BudgetEventId, CycleEventId, EnvelopeId, FundingCycleId } from '../../domain/ids';
import type { OriginSource } from '../../domain/provenance';
import type { Theme } from '../../domain/themes';
import type { Kit } from '../kit/sqlite';
import { type People, referencesTo } from './references';

/** When partners' money can be asked for, and when a country's budget can take it up. */
export function fundingCyclesTables(kit: Kit, people: People) {
  const { workspaceRef, institutionRef, maybeInstitutionRef, maybeAccountRef } = referencesTo(kit, people);
  const { accounts } = people;

  const fundingCycles = kit.table(
    'funding_cycles',
    {
      id: kit.id<FundingCycleId>().primaryKey(),
      workspaceId: workspaceRef(),
      /** The partner whose cycle it is. */
      institutionId: institutionRef(),
      kind: kit.choice<CycleKind>().notNull(),
      name: kit.text().notNull(),
      periodStart: kit.date().notNull(),
      periodEnd: kit.date().notNull(),
      /** On which day the partner's own fiscal year starts. */
      fiscalStartMonth: kit.integer().notNull(),
      fiscalStartDay: kit.integer().notNull(),
      predecessorId: kit.id<FundingCycleId>(),
      note: kit.text().notNull(),
      /** From which recurring windows are generated; see domain/funding-cycles. */
      rule: kit.json<WindowRule>(),
      createdAt: kit.instant().notNull(),
      removedAt: kit.instant(),
    },
    (t) => [kit.index('funding_cycles_partner').on(t.workspaceId, t.institutionId)],
  );

  const cycleEvents = kit.table(
    'cycle_events',
    {
      id: kit.id<CycleEventId>().primaryKey(),
      workspaceId: workspaceRef(),
      cycleId: kit
        .id<FundingCycleId>()
        .notNull()
        .references(() => fundingCycles.id, { onDelete: 'cascade' }),
      kind: kit.choice<CycleEventKind>().notNull(),
      title: kit.text().notNull(),
      /** ISO 3166-1 alpha-2; null where it holds for all countries. */
      country: kit.text(),
      date: kit.date().notNull(),
      precision: kit.choice<DatePrecision>().notNull(),
      state: kit.choice<CycleEventState>().notNull(),
      source: kit.text().notNull(),
      checkedOn: kit.date(),
      /** Which occurrence of the cycle's rule it is; null for one entered by hand. */
      occurrence: kit.text(),
      /** Changed by hand since it was generated: the rule leaves it alone. */
      isAdjusted: kit.boolean().notNull(),
      /** Raised on every change; calendars compare it (RFC 5545, SEQUENCE). */
      sequence: kit.integer().notNull(),
      createdAt: kit.instant().notNull(),
      changedAt: kit.instant().notNull(),
    },
    (t) => [
      kit.index('cycle_events_cycle').on(t.cycleId),
      kit.index('cycle_events_date').on(t.workspaceId, t.date),
    ],
  );

  /** Every date that an event had before: dates change, and each revision is kept. */
  const cycleEventDates = kit.table(
    'cycle_event_dates',
    {
      eventId: kit
        .id<CycleEventId>()
        .notNull()
        .references(() => cycleEvents.id, { onDelete: 'cascade' }),
      /** The event's sequence when it held. */
      sequence: kit.integer().notNull(),
      date: kit.date().notNull(),
      precision: kit.choice<DatePrecision>().notNull(),
      state: kit.choice<CycleEventState>().notNull(),
      source: kit.text().notNull(),
      checkedOn: kit.date(),
      reason: kit.text().notNull(),
      accountId: maybeAccountRef(),
      institutionId: maybeInstitutionRef(),
      replacedAt: kit.instant().notNull(),
    },
    (t) => [kit.primaryKey({ columns: [t.eventId, t.sequence] })],
  );

  /** An amount that a partner holds ready for a country, and perhaps a theme, over a period. */
  const envelopes = kit.table(
    'envelopes',
    {
      id: kit.id<EnvelopeId>().primaryKey(),
      workspaceId: workspaceRef(),
      institutionId: institutionRef(),
      cycleId: kit.id<FundingCycleId>().references(() => fundingCycles.id),
      /** IATI's four budgets of an organisation and its total expenditure; "country" when entered by hand. */
      kind: kit.choice<'total' | 'organisation' | 'region' | 'country' | 'expenditure'>().notNull(),
      country: kit.text(),
      region: kit.text(),
      theme: kit.choice<Theme>(),
      status: kit.choice<EnvelopeStatus>().notNull(),
      /** Null where the published text is no decimal; `amountText` is what was published. */
      amount: kit.decimal(),
      amountText: kit.text().notNull(),
      currency: kit.text(),
      valueDate: kit.date(),
      periodStart: kit.date(),
      periodEnd: kit.date(),
      source: kit.choice<OriginSource>().notNull(),
      sourceText: kit.text().notNull(),
      /** What an imported one is known by on the next import; null when entered by hand. */
      importKey: kit.text(),
      /** What else its source says: recipient as published, lines. */
      details: kit.json<Record<string, unknown>>().notNull(),
      createdAt: kit.instant().notNull(),
      removedAt: kit.instant(),
    },
    (t) => [
      kit.index('envelopes_partner').on(t.workspaceId, t.institutionId),
      kit.index('envelopes_country').on(t.workspaceId, t.country),
      kit.uniqueIndex('envelopes_import_key').on(t.workspaceId, t.institutionId, t.importKey),
    ],
  );

  /** A dated step of the country's budget year, every year on the same day unless moved in one. */
  const budgetEvents = kit.table(
    'budget_events',
    {
      id: kit.id<BudgetEventId>().primaryKey(),
      workspaceId: workspaceRef(),
      country: kit.text().notNull(),
      kind: kit.choice<BudgetEventKind>().notNull(),
      title: kit.text().notNull(),
      date: kit.date().notNull(),
      precision: kit.choice<DatePrecision>().notNull(),
      state: kit.choice<CycleEventState>().notNull(),
      source: kit.text().notNull(),
      isYearly: kit.boolean().notNull(),
      /** The last calendar year in which a yearly one takes place; null while it goes on. */
      lastYear: kit.integer(),
      /** The yearly one for which it stands in `movesYear`, in which that falls on another day. */
      movesId: kit.id<BudgetEventId>(),
      movesYear: kit.integer(),
      sequence: kit.integer().notNull(),
      createdAt: kit.instant().notNull(),
      changedAt: kit.instant().notNull(),
      removedAt: kit.instant(),
    },
    (t) => [kit.index('budget_events_country').on(t.workspaceId, t.country)],
  );

  /** Fiscal calendars of countries other than the workspace's own, versioned by the date they apply from. */
  const countryCalendars = kit.table(
    'country_calendars',
    {
      workspaceId: workspaceRef(),
      country: kit.text().notNull(),
      appliesFrom: kit.date().notNull(),
      startMonth: kit.integer().notNull(),
      startDay: kit.integer().notNull(),
    },
    (t) => [kit.primaryKey({ columns: [t.workspaceId, t.country, t.appliesFrom] })],
  );

  /** The private address of a person's calendar in a workspace; only the hash is kept. */
  const calendarFeeds = kit.table(
    'calendar_feeds',
    {
      tokenHash: kit.text().primaryKey(),
      workspaceId: workspaceRef(),
      accountId: kit
        .id<AccountId>()
        .notNull()
        .references(() => accounts.id, { onDelete: 'cascade' }),
      /** One country, or null for all. */
      country: kit.text(),
      reminderDays: kit.integer(),
      createdAt: kit.instant().notNull(),
      lastReadAt: kit.instant(),
    },
    (t) => [kit.index('calendar_feeds_person').on(t.accountId, t.workspaceId)],
  );

  return {
    fundingCycles,
    cycleEvents,
    cycleEventDates,
    envelopes,
    budgetEvents,
    countryCalendars,
    calendarFeeds,
  };
}
