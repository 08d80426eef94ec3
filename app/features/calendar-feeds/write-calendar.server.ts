import { createHash } from 'node:crypto';
import ical, {
  ICalAlarmType,
  type ICalEventData,
  ICalEventStatus,
  ICalEventTransparency,
} from 'ical-generator';
import { budgetEventName, named, preciseDateText } from '#app/features/funding-cycles';
import { serverI18n } from '#app/i18n/i18n.server';
import { makeFormat } from '#app/i18n/make-format';
import { countryName } from '#app/i18n/names.server';
import { addDays } from '#domain/calendars';
import type { CycleEventState } from '#domain/funding-cycles/kinds';
import { rangeOf } from '#domain/funding-cycles/precise-date';
import { institutionShortName } from '#domain/institutions/name';
import type { Language } from '#domain/languages';
import type { FeedContent } from '#server/features/calendar-feeds';
import type { CalendarDate } from '#server/features/funding-cycles';

const refreshSeconds = 6 * 60 * 60;
const daySeconds = 86_400;

const statuses: Record<CycleEventState, ICalEventStatus> = {
  indicative: ICalEventStatus.TENTATIVE,
  confirmed: ICalEventStatus.CONFIRMED,
  changed: ICalEventStatus.CONFIRMED,
  cancelled: ICalEventStatus.CANCELLED,
};

interface Writing {
  content: FeedContent;
  language: Language;
  publicUrl: string;
}

/** A feed as calendar programs read it (RFC 5545), the same to the letter for as long as nothing changes. */
export function writeCalendar(writing: Writing): { text: string; etag: string } {
  const { content, language } = writing;
  const { t } = serverI18n(language);
  const place = countryName(content.country, language) ?? t('cycles:feeds.allCountries');
  const calendar = ical({
    name: `${content.workspace.name} – ${place}`,
    prodId: { company: 'Concord', product: 'Calendar', language: language.toUpperCase() },
    ttl: refreshSeconds,
  });
  const dates = [...content.dates].sort((a, b) => compare(a.date, b.date) || compare(a.key, b.key));
  for (const date of dates) calendar.createEvent(eventOf(date, writing));
  for (const dialogue of content.dialogues) calendar.createEvent(dialogue);
  const text = `${calendar.toString()}\r\n`;
  return { text, etag: `"${createHash('sha256').update(text).digest('base64url')}"` };
}

function eventOf(date: CalendarDate, { content, language, publicUrl }: Writing): ICalEventData {
  const { start, end } = rangeOf(date);
  const changedAt = new Date(date.changedAt);
  const summary = summaryOf(date, language);
  const path = date.of === 'cycle' ? `cycles/${date.cycle.id}` : `calendar?country=${date.country}`;
  return {
    // The same for as long as the date exists, whatever becomes of it.
    id: `${date.key}@${new URL(publicUrl).hostname}`,
    sequence: date.sequence,
    stamp: changedAt,
    lastModified: changedAt,
    start: dayOf(start),
    // The end of an all-day event is the day after its last.
    end: dayOf(addDays(end, 1)),
    allDay: true,
    summary,
    description: descriptionOf(date, language),
    url: `${publicUrl}/w/${content.workspace.slug}/${path}`,
    status: statuses[date.state],
    transparency: ICalEventTransparency.TRANSPARENT,
    alarms: alarmsOf(date, content.reminderDays, summary),
  };
}

/** "FM, GC8: Window closes – Window 1 (May 2026, known by the month)". */
function summaryOf(date: CalendarDate, language: Language): string {
  const { t } = serverI18n(language);
  const what =
    date.of === 'budget'
      ? `${t('cycles:feeds.budget', { country: countryName(date.country, language) })} ${budgetEventName(t, date)}`
      : `${institutionShortName(date.partner, language)}, ${date.cycle.name}: ${named(t(`cycles:eventKind.${date.kind}`), date.title)}`;
  if (date.precision === 'day') return what;
  const when = preciseDateText(t, makeFormat(language), date);
  return `${what} (${t(`cycles:feeds.known.${date.precision}`, { when })})`;
}

function descriptionOf({ state, source }: CalendarDate, language: Language): string {
  const { t } = serverI18n(language);
  return [t(`cycles:state.${state}`), source && `${t('cycles:event.source')}: ${source}`]
    .filter(Boolean)
    .join('\n');
}

/** Before a window closes, and only while it is to. */
function alarmsOf(date: CalendarDate, days: number | null, description: string): ICalEventData['alarms'] {
  if (days === null || date.kind !== 'window_closes' || date.state === 'cancelled') return [];
  return [{ type: ICalAlarmType.display, trigger: days * daySeconds, description }];
}

function dayOf(date: string): Date {
  return new Date(`${date}T00:00:00Z`);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
