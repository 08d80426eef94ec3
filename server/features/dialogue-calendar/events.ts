import { and, eq, gte, lt, sql } from 'drizzle-orm';
import { type ICalEventData, ICalEventStatus } from 'ical-generator';
import type { Db } from '#db/db';
import { plannedEndMs } from '#domain/dialogues/calendar';
import type { DateRange } from '#domain/funding-cycles/precise-date';
import type { DialogueId, WorkspaceId } from '#domain/ids';
import type { DialogueRow } from '../dialogues';

export type CalendarRow = Pick<
  DialogueRow,
  | 'id'
  | 'title'
  | 'purpose'
  | 'place'
  | 'link'
  | 'startsAt'
  | 'cancelledAt'
  | 'calendarSequence'
  | 'calendarChangedAt'
  | 'createdAt'
>;

/** A dialogue as an event of a calendar, under one name for as long as it is known. */
export function icalEventOf(
  dialogue: CalendarRow,
  { plannedMinutes, url }: { plannedMinutes: number; url: string },
): ICalEventData {
  const { id, title, purpose, place, link, startsAt, calendarSequence, calendarChangedAt } = dialogue;
  const startsAtMs = Date.parse(startsAt);
  const changedAt = new Date(calendarChangedAt ?? dialogue.createdAt);
  return {
    id: calendarUidOf({ id }, url),
    sequence: calendarSequence,
    stamp: changedAt,
    lastModified: changedAt,
    start: new Date(startsAtMs),
    end: new Date(plannedEndMs(startsAtMs, plannedMinutes)),
    summary: title,
    description: [purpose, link].filter(Boolean).join('\n\n') || null,
    location: place || link || null,
    url,
    status: dialogue.cancelledAt ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
  };
}

/** The one name under which calendars know a dialogue, whichever of this server's addresses is given. */
export function calendarUidOf({ id }: { id: DialogueId }, url: string): string {
  return `dialogue-${id}@${new URL(url).hostname}`;
}

export function dialogueEvents({ db, publicUrl }: { db: Db; publicUrl: string }) {
  const { dialogues, dialogueItems } = db.tables;

  /** Every dialogue of a workspace that begins within the days of a range; its members see that they take place. */
  async function listDialogueEvents({
    workspaceId,
    slug,
    range,
  }: {
    workspaceId: WorkspaceId;
    slug: string;
    range: DateRange;
  }): Promise<ICalEventData[]> {
    const [rows, minutes] = await Promise.all([
      db.read
        .select()
        .from(dialogues)
        .where(
          and(
            eq(dialogues.workspaceId, workspaceId),
            gte(dialogues.startsAt, range.start),
            lt(dialogues.startsAt, range.end),
          ),
        )
        .orderBy(dialogues.startsAt, dialogues.id),
      minutesOfAgendas(workspaceId),
    ]);
    return rows.map((row) =>
      icalEventOf(row, {
        plannedMinutes: minutes.get(row.id) ?? 0,
        url: `${publicUrl}/w/${slug}/dialogues/${row.id}`,
      }),
    );
  }

  async function minutesOfAgendas(workspaceId: WorkspaceId): Promise<Map<DialogueId, number>> {
    const sums = await db.read
      .select({ id: dialogueItems.dialogueId, minutes: sql<number>`sum(${dialogueItems.plannedMinutes})` })
      .from(dialogueItems)
      .innerJoin(dialogues, eq(dialogues.id, dialogueItems.dialogueId))
      .where(eq(dialogues.workspaceId, workspaceId))
      .groupBy(dialogueItems.dialogueId);
    return new Map(sums.map(({ id, minutes }) => [id, Number(minutes)]));
  }

  return { listDialogueEvents };
}
