import { and, eq, gt, isNotNull, isNull, lte } from 'drizzle-orm';
import { dueReminder, type LetterMailKind, reminderBeforeMs } from '#domain/dialogues/letter';
import { nextTry } from '#domain/dialogues/letter-again';
import type { DialogueId, WorkspaceId } from '#domain/ids';
import { type DialogueRow, openDialogueOf } from '../dialogues';
import { postOf, type Stamped } from './post';
import type { Dependencies } from './types';

const everyMs = 15 * 60_000;
const nobody = { accountId: null, institutionId: null };
/** What failed longer ago is not tried again by itself; see domain/dialogues/letter-again.ts. */
const failedWithinMs = 2 * 86_400_000;

interface Place {
  dialogueId: DialogueId;
  workspaceId: WorkspaceId;
}

/** Mails that go by themselves: reminders where the convenors chose it, and again what could not be delivered. */
export function remindersOf(dependencies: Dependencies) {
  const { db, clock, background } = dependencies;
  const { dialogueLetterMails, dialogueLetters, dialogues } = db.tables;
  const openDialogue = openDialogueOf(dependencies);
  const { lettersOf, stamp, handOver, failUnsent } = postOf(dependencies);
  let timer: NodeJS.Timeout | undefined;

  /** Sends what is due now; what was sent is not due again. */
  async function sendDueReminders(): Promise<void> {
    const nowMs = clock.now().getTime();
    const soon = await db.read
      .select({ dialogueId: dialogues.id, workspaceId: dialogues.workspaceId })
      .from(dialogues)
      .where(
        and(
          eq(dialogues.hasReminders, true),
          isNull(dialogues.startedAt),
          isNull(dialogues.cancelledAt),
          gt(dialogues.startsAt, new Date(nowMs).toISOString()),
          lte(dialogues.startsAt, new Date(nowMs + reminderBeforeMs).toISOString()),
        ),
      );
    await sendIn(soon, ({ mails, answer }, dialogue) => dueReminder(mails, answer, dialogue, nowMs));
  }

  /** Tries again what failed, with longer and longer pauses, and in the end no more. */
  async function sendFailedAgain(): Promise<void> {
    const nowMs = clock.now().getTime();
    const failed = await db.read
      .selectDistinct({ dialogueId: dialogues.id, workspaceId: dialogues.workspaceId })
      .from(dialogueLetterMails)
      .innerJoin(dialogueLetters, eq(dialogueLetters.id, dialogueLetterMails.letterId))
      .innerJoin(dialogues, eq(dialogues.id, dialogueLetters.dialogueId))
      .where(
        and(
          isNotNull(dialogueLetterMails.failedAt),
          gt(dialogueLetterMails.failedAt, new Date(nowMs - failedWithinMs).toISOString()),
          isNull(dialogues.startedAt),
        ),
      );
    await sendIn(failed, ({ mails, answer }, dialogue) => {
      const next = nextTry(mails, answer, dialogue, nowMs);
      return next && next.atMs <= nowMs ? next.kind : null;
    });
  }

  type Held = Awaited<ReturnType<typeof lettersOf>>[number];

  async function sendIn(
    places: readonly Place[],
    kindFor: (held: Held, dialogue: DialogueRow) => LetterMailKind | null,
  ): Promise<void> {
    for (const place of places) {
      const stamped = await openDialogue({ author: nobody, ...place }, async (opened) => {
        const sent: Stamped[] = [];
        const counts: Partial<Record<LetterMailKind, number>> = {};
        for (const held of await lettersOf(opened.tx, place.dialogueId)) {
          const kind = kindFor(held, opened.dialogue);
          if (!kind) continue;
          sent.push(await stamp(opened, kind, held));
          counts[kind] = (counts[kind] ?? 0) + 1;
        }
        if (sent.length > 0) await opened.tell('lettersSent', { counts });
        return sent;
      });
      handOver(stamped);
    }
  }

  /** Looks for what is to be sent now and from time to time, until `stop`. Call it before anything is sent. */
  async function start(): Promise<void> {
    await failUnsent();
    const look = () => {
      background.run('reminders of dialogues', sendDueReminders);
      background.run('letters tried again', sendFailedAgain);
    };
    timer = setInterval(look, everyMs);
    timer.unref();
    look();
  }

  function stop(): void {
    clearInterval(timer);
  }

  return { sendDueReminders, sendFailedAgain, start, stop };
}
