import { and, asc, eq } from 'drizzle-orm';
import ical from 'ical-generator';
import { plannedTimes } from '#domain/dialogues/agenda-item';
import { plannedEndMs, plannedMinutesOf } from '#domain/dialogues/calendar';
import { dialogueStateOf } from '#domain/dialogues/dialogue-state';
import { registrationState } from '#domain/dialogues/registration';
import { DomainError } from '#domain/errors';
import { icalEventOf } from '../dialogue-calendar';
import { type DialogueRow, itemsOf } from '../dialogues';
import type { Dependencies, PublicDialogue, PublicLine, PublicPlace } from './types';

/** What everyone may read, without an account. What is not public is not there: the same `not_found` for all of it. */
export function publicQueries({ db, clock, publicUrl }: Dependencies) {
  const { dialogues, dialogueLinks, dialogueRegistrations, workspaces } = db.tables;

  /** Throws `not_found` also where a workspace has nothing public: whether it exists is nobody's business. */
  async function listPublicDialogues(slug: string): Promise<{ workspace: string; dialogues: PublicLine[] }> {
    const rows = await db.read
      .select({ dialogue: dialogues, workspace: workspaces.name })
      .from(dialogues)
      .innerJoin(workspaces, eq(workspaces.id, dialogues.workspaceId))
      .where(and(eq(workspaces.slug, slug), eq(dialogues.visibility, 'public')))
      .orderBy(asc(dialogues.startsAt), asc(dialogues.id));
    const [first] = rows;
    if (!first) throw new DomainError({ code: 'not_found' });
    return { workspace: first.workspace, dialogues: rows.map(({ dialogue }) => lineOf(dialogue)) };
  }

  async function showPublicDialogue(place: PublicPlace): Promise<PublicDialogue> {
    const { dialogue, workspace } = await findPublic(place);
    const [agenda, links, taken] = await Promise.all([
      itemsOf(db, db.read, dialogue.id),
      db.read
        .select()
        .from(dialogueLinks)
        .where(and(eq(dialogueLinks.dialogueId, dialogue.id), eq(dialogueLinks.audience, 'public')))
        .orderBy(asc(dialogueLinks.addedAt), asc(dialogueLinks.id)),
      db.read.$count(dialogueRegistrations, eq(dialogueRegistrations.dialogueId, dialogue.id)),
    ]);
    const startsAtMs = Date.parse(dialogue.startsAt);
    const times = plannedTimes(agenda, startsAtMs);
    const state = registrationState(dialogue, taken, clock.now().getTime());
    const { purpose, languages, cancelReason, link, registration } = dialogue;
    const isPublic = (itemId: string) =>
      agenda.some(({ id, confidentiality }) => id === itemId && confidentiality === 'public');
    return {
      ...lineOf(dialogue),
      ...{ workspace, purpose, languages, cancelReason },
      link: state === 'none' ? link : '',
      endsAtMs: plannedEndMs(startsAtMs, plannedMinutesOf(agenda)),
      items: agenda.flatMap(({ id, title, purpose: what, presenter, confidentiality }, index) => {
        const time = times[index];
        if (confidentiality !== 'public' || !time) return [];
        const { startsAtMs: begins, endsAtMs } = time;
        return { id, title, purpose: what, presenter, startsAtMs: begins, endsAtMs };
      }),
      links: links
        .filter(({ itemId }) => !itemId || isPublic(itemId))
        .map(({ id, kind, title, url }) => ({ id, kind, title, url })),
      registration: {
        state,
        closesAt: registration?.closesAt ?? null,
        placesLeft: registration?.places ? Math.max(0, registration.places - taken) : null,
      },
    };
  }

  /** The dialogue as a file for calendars (RFC 5545). */
  async function writePublicCalendar(place: PublicPlace): Promise<string> {
    const { dialogue } = await findPublic(place);
    const isOpen = registrationState(dialogue, 0, clock.now().getTime()) === 'none';
    return calendarFile(isOpen ? dialogue : { ...dialogue, link: '' }, place.slug);
  }

  /** The same with the address at which to join, for those who registered. */
  async function calendarFile(dialogue: DialogueRow, slug: string): Promise<string> {
    const agenda = await itemsOf(db, db.read, dialogue.id);
    const calendar = ical({ prodId: { company: 'Concord', product: 'Calendar' } });
    calendar.createEvent(
      icalEventOf(dialogue, {
        plannedMinutes: plannedMinutesOf(agenda),
        url: `${publicUrl}/p/${slug}/dialogues/${dialogue.id}`,
      }),
    );
    return `${calendar.toString()}\r\n`;
  }

  async function findPublic({ slug, dialogueId }: PublicPlace) {
    const [found] = await db.read
      .select({ dialogue: dialogues, workspace: workspaces.name })
      .from(dialogues)
      .innerJoin(workspaces, eq(workspaces.id, dialogues.workspaceId))
      .where(
        and(eq(workspaces.slug, slug), eq(dialogues.id, dialogueId), eq(dialogues.visibility, 'public')),
      );
    if (!found) throw new DomainError({ code: 'not_found' });
    return found;
  }

  function lineOf(dialogue: DialogueRow): PublicLine {
    const { id, type, title, place, startsAt, timeZone } = dialogue;
    const state = dialogueStateOf(dialogue);
    const isOver = state === 'ended' || Date.parse(startsAt) + dayMs < clock.now().getTime();
    return { id, type, title, place, startsAt, timeZone, isCancelled: state === 'cancelled', isOver };
  }

  return { queries: { listPublicDialogues, showPublicDialogue, writePublicCalendar }, calendarFile };
}

/** One that nobody ended is over on the next day. */
const dayMs = 86_400_000;
