import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm';
import ical, {
  ICalAttendeeRole,
  ICalAttendeeStatus,
  ICalAttendeeType,
  ICalCalendarMethod,
} from 'ical-generator';
import type { Reader } from '#db/db';
import { instant } from '#domain/clock';
import { plannedMinutesOf } from '#domain/dialogues/calendar';
import { formerAnswer, standingAnswer } from '#domain/dialogues/kept-answer';
import type { LetterMailKind } from '#domain/dialogues/letter';
import type { AccountId, DialogueId, InstitutionId, LetterId, WorkspaceId } from '#domain/ids';
import { institutionName } from '#domain/institutions/name';
import { letterMessage, type Message } from '#server/mail';
import { newId } from '#server/new-id';
import { hashToken, newToken } from '../accounts';
import { icalEventOf } from '../dialogue-calendar';
import { type DialogueRow, itemsOf, type OpenedDialogue } from '../dialogues';
import { labelOf } from '../institutions';
import type { Dependencies, LetterMailRow, LetterRow } from './types';

/** A mail that is written down, and leaves once its transaction has been committed. */
export interface Stamped {
  mailId: string;
  message: Message;
}

/** Writing letters, and handing them over. */
export function postOf({ db, clock, mail, publicUrl }: Dependencies) {
  const { accounts, dialogueInvitations, dialogueLetterMails, dialogueLetters, institutions, workspaces } =
    db.tables;

  /**
   * The letters of a dialogue with what each was sent, oldest first, and what its institution has answered: to the date
   * as it stands, or to a former one.
   */
  async function lettersOf(reader: Reader, dialogueId: DialogueId, id?: LetterId) {
    const rows = await reader
      .select({ letter: dialogueLetters, institution: institutions, invitation: dialogueInvitations })
      .from(dialogueLetters)
      .innerJoin(institutions, eq(institutions.id, dialogueLetters.institutionId))
      .innerJoin(
        dialogueInvitations,
        and(
          eq(dialogueInvitations.dialogueId, dialogueLetters.dialogueId),
          eq(dialogueInvitations.institutionId, dialogueLetters.institutionId),
        ),
      )
      .where(
        and(
          eq(dialogueLetters.dialogueId, dialogueId),
          id === undefined ? undefined : eq(dialogueLetters.id, id),
        ),
      )
      .orderBy(asc(dialogueLetters.addedAt), asc(dialogueLetters.id));
    const mails =
      rows.length === 0
        ? []
        : await mailsOf(
            reader,
            rows.map(({ letter }) => letter.id),
          );
    const byLetter = new Map<LetterId, LetterMailRow[]>();
    for (const one of mails) byLetter.set(one.letterId, [...(byLetter.get(one.letterId) ?? []), one]);
    return rows.map(({ letter, institution, invitation }) => ({
      ...{ letter, institution: labelOf(institution) },
      ...{ answer: standingAnswer(invitation), former: formerAnswer(invitation) },
      mails: byLetter.get(letter.id) ?? [],
    }));
  }

  function mailsOf(reader: Reader, letterIds: LetterId[]): Promise<LetterMailRow[]> {
    return reader
      .select()
      .from(dialogueLetterMails)
      .where(inArray(dialogueLetterMails.letterId, letterIds))
      .orderBy(asc(dialogueLetterMails.sentAt), asc(dialogueLetterMails.id));
  }

  /** Writes a mail of a letter down. Hand what it returns over once the transaction has been committed. */
  async function stamp(
    { tx, dialogue, at }: OpenedDialogue,
    kind: LetterMailKind,
    {
      letter,
      answer,
      former,
    }: { letter: LetterRow } & Record<'answer' | 'former', 'accepted' | 'declined' | null>,
  ): Promise<Stamped> {
    const token = newToken();
    const mailId = newId<string>();
    const sequence = dialogue.calendarSequence;
    await tx
      .insert(dialogueLetterMails)
      .values({ id: mailId, letterId: letter.id, kind, tokenHash: hashToken(token), sequence, sentAt: at });
    const url = `${publicUrl}/letters/${token}`;
    const facts = await factsOf(tx, letter, dialogue);
    const calendar = await calendarOf(tx, { letter, dialogue, url, convenor: facts.convenor, kind });
    const { email: to, language, name } = letter;
    const message = letterMessage({
      ...{ kind, to, language, name, url, calendar, ...facts },
      institution: institutionName(facts.institution.names, language),
      ...{ dialogue, text: dialogue.letterText, hasAnswered: answer !== null, isAskedAgain: former !== null },
    });
    return { mailId, message };
  }

  /** Hands mails over, and keeps what became of each: one that cannot be delivered is owed again. */
  function handOver(stamped: readonly Stamped[]): void {
    for (const { mailId, message } of stamped) {
      const keep = (fate: Partial<Pick<LetterMailRow, 'deliveredAt' | 'failedAt'>>) =>
        db.transaction(async (tx) => {
          await tx.update(dialogueLetterMails).set(fate).where(eq(dialogueLetterMails.id, mailId));
        });
      mail.send(message, {
        whenDelivered: () => keep({ deliveredAt: instant(clock), failedAt: null }),
        whenFailed: () => keep({ failedAt: instant(clock) }),
      });
    }
  }

  /**
   * Marks what an earlier process wrote down and did not live to see delivered; this one has sent nothing yet. It failed
   * when it was to leave, so that a server that stood still for long sends none of it by itself.
   */
  async function failUnsent(): Promise<void> {
    const { deliveredAt, failedAt, sentAt } = dialogueLetterMails;
    await db.transaction(async (tx) => {
      await tx
        .update(dialogueLetterMails)
        .set({ failedAt: sql`${sentAt}` })
        .where(and(isNull(deliveredAt), isNull(failedAt)));
    });
  }

  /** Who writes a letter, to which institution, in which workspace. */
  async function factsOf(
    reader: Reader,
    { accountId, institutionId }: { accountId: AccountId; institutionId: InstitutionId },
    { workspaceId }: { workspaceId: WorkspaceId },
  ) {
    // One after the other: inside of a transaction there is one connection.
    const [account] = await reader
      .select({ name: accounts.name, email: accounts.email })
      .from(accounts)
      .where(eq(accounts.id, accountId));
    const [institution] = await reader.select().from(institutions).where(eq(institutions.id, institutionId));
    const [workspace] = await reader
      .select({ name: workspaces.name })
      .from(workspaces)
      .where(eq(workspaces.id, workspaceId));
    if (!account || !institution || !workspace) throw new Error('a letter has a writer and an institution');
    return { convenor: account, institution: labelOf(institution), workspace: workspace.name };
  }

  /** The invitation as calendars take it (RFC 5546). The same person stays its organizer, or they would refuse a change. */
  async function calendarOf(
    reader: Reader,
    {
      letter,
      dialogue,
      url,
      convenor,
      kind,
    }: {
      letter: LetterRow;
      dialogue: DialogueRow;
      url: string;
      convenor: { name: string; email: string };
      kind: LetterMailKind;
    },
  ): Promise<string> {
    const isOff = kind === 'cancellation';
    const calendar = ical({
      prodId: { company: 'Concord', product: 'Calendar' },
      method: isOff ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.REQUEST,
    });
    const said = standingAnswer(letter);
    const agenda = await itemsOf(db, reader, dialogue.id);
    const event = icalEventOf(dialogue, {
      plannedMinutes: plannedMinutesOf(agenda),
      url,
    });
    calendar.createEvent({
      ...event,
      organizer: { name: convenor.name, email: convenor.email },
      attendees: [
        {
          ...{ name: letter.name, email: letter.email, rsvp: !isOff },
          ...{ role: ICalAttendeeRole.REQ, type: ICalAttendeeType.INDIVIDUAL },
          status: said ? partstat[said] : ICalAttendeeStatus.NEEDSACTION,
        },
      ],
    });
    return `${calendar.toString()}\r\n`;
  }

  return { lettersOf, factsOf, stamp, handOver, failUnsent };
}

const partstat = {
  accepted: ICalAttendeeStatus.ACCEPTED,
  declined: ICalAttendeeStatus.DECLINED,
  tentative: ICalAttendeeStatus.TENTATIVE,
};
