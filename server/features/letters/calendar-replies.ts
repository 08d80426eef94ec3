import { eq } from 'drizzle-orm';
import ICAL from 'ical.js';
import { emailKeyOf } from '#domain/accounts/rules';
import { standingAnswer } from '#domain/dialogues/kept-answer';
import {
  type CalendarReply,
  institutionAnswer,
  type LetterAnswer,
  replyOutcome,
} from '#domain/dialogues/letter';
import { DomainError } from '#domain/errors';
import { authorise } from '#domain/policy';
import { calendarUidOf } from '../dialogue-calendar';
import { type Asked, delegationOf, type InvitationRow, inDialogueOf, limited } from '../dialogues';
import { postOf } from './post';
import type { Dependencies, LetterRow, ReadReply } from './types';

const answers: Record<string, LetterAnswer> = {
  ACCEPTED: 'accepted',
  DECLINED: 'declined',
  TENTATIVE: 'tentative',
};

/** Of an answer, of a kilobyte or two, or of several. */
const textLimit = 100_000;

export function replyCommands(dependencies: Dependencies) {
  const { db, publicUrl } = dependencies;
  const { dialogueLetters } = db.tables;
  const inDialogue = inDialogueOf(dependencies);
  const { giveAnswer } = delegationOf(db);
  const { lettersOf } = postOf(dependencies);

  /**
   * Takes what calendars have answered (RFC 5546, METHOD:REPLY), from the file that came with their mail. Says of each
   * answer what became of it. Throws `unsupported_file` when there is no answer in the text.
   */
  async function takeReplies({ text, ...asked }: Asked & { text: string }): Promise<ReadReply[]> {
    authorise(asked.actor, 'letters.keep', asked);
    return inDialogue(asked, async (opened) => {
      const { tx, dialogue, invitations, at, tell } = opened;
      const replies = readReplies(limited(text, 'text', textLimit));
      const letters = (await lettersOf(tx, dialogue.id)).map(({ letter }) => letter);
      const stands = {
        uid: calendarUidOf(dialogue, publicUrl),
        scheduleSequence: dialogue.scheduleSequence,
        emails: new Set(letters.map(({ emailKey }) => emailKey)),
      };
      const ownAnswers = new Map(invitations.map((one) => [one.institutionId, ownAnswer(one, letters)]));
      const read: ReadReply[] = [];
      for (const reply of replies) {
        const outcome = replyOutcome(reply, stands);
        read.push({ email: reply.email, answer: reply.answer, outcome });
        const letter = letters.find(({ emailKey }) => emailKey === reply.email);
        if (outcome !== 'counted' || !letter || !reply.answer) continue;
        const given = { answer: reply.answer, answeredAt: at, answeredBy: 'calendar' } as const;
        await tx.update(dialogueLetters).set(given).where(eq(dialogueLetters.id, letter.id));
        Object.assign(letter, given);
        const { institutionId } = letter;
        const others = letters.filter((one) => one.institutionId === institutionId && one !== letter);
        const answer = institutionAnswer(reply.answer, [
          ...others.map(standingAnswer),
          ownAnswers.get(institutionId) ?? null,
        ]);
        // As by the link, it is nobody's account that answers: whoever brings the file in only hands it on.
        if (answer) await giveAnswer(opened, { institutionId, answer, accountId: null });
      }
      await tell('repliesTaken', { count: read.filter(({ outcome }) => outcome === 'counted').length });
      return read;
    });
  }

  return { takeReplies };
}

/** What the institution has said itself, in the app or to a convenor; null where only its letters have answered. */
function ownAnswer(invitation: InvitationRow, letters: readonly LetterRow[]): LetterAnswer | null {
  const { institutionId, answeredAt, answeredBy } = invitation;
  // Earlier versions kept what a calendar said as said by whoever brought the file in.
  const isOfCalendar = letters.some(
    (one) =>
      one.institutionId === institutionId && one.answeredBy === 'calendar' && one.answeredAt === answeredAt,
  );
  return answeredBy === null || isOfCalendar ? null : standingAnswer(invitation);
}

/** Every answer in the text; a mail that was saved whole is read too, where the calendar stands in it as plain text. */
function readReplies(text: string): CalendarReply[] {
  const unsupported = () => new DomainError({ code: 'unsupported_file' });
  // Cut at the ends, so that whatever else is in the text is looked at once.
  const calendars = text.split(/END:VCALENDAR/i).slice(0, -1);
  const replies = calendars.flatMap((part) => {
    const begin = part.toUpperCase().lastIndexOf('BEGIN:VCALENDAR');
    if (begin < 0) return [];
    try {
      return repliesOf(new ICAL.Component(ICAL.parse(`${part.slice(begin)}END:VCALENDAR`)));
    } catch {
      throw unsupported();
    }
  });
  if (replies.length === 0) throw unsupported();
  return replies;
}

function repliesOf(calendar: ICAL.Component): CalendarReply[] {
  const method = calendar.getFirstPropertyValue('method');
  if (String(method).toUpperCase() !== 'REPLY') return [];
  return calendar.getAllSubcomponents('vevent').flatMap((event) =>
    event.getAllProperties('attendee').map((attendee) => ({
      uid: String(event.getFirstPropertyValue('uid') ?? ''),
      sequence: sequenceOf(event.getFirstPropertyValue('sequence')),
      email: emailKeyOf(String(attendee.getFirstValue() ?? '').replace(/^mailto:/i, '')),
      answer: answers[String(attendee.getParameter('partstat') ?? '').toUpperCase()] ?? null,
    })),
  );
}

/** RFC 5545: 0 where it is not said; what is no number answers nothing that was sent. */
function sequenceOf(value: unknown): number {
  const sequence = Number(value ?? 0);
  return Number.isInteger(sequence) ? sequence : -1;
}
