import { and, eq, gt, isNull, lte } from 'drizzle-orm';
import { dueReminder, reminderBeforeMs } from '#domain/dialogues/letter';
import { openDialogueOf } from '../dialogues';
import { postOf, type Stamped } from './post';
import type { Dependencies } from './types';

const everyMs = 15 * 60_000;
const nobody = { accountId: null, institutionId: null };

/** Reminders that go by themselves, where the convenors chose it. */
export function remindersOf(dependencies: Dependencies) {
  const { db, clock, background } = dependencies;
  const { dialogues } = db.tables;
  const openDialogue = openDialogueOf(dependencies);
  const { lettersOf, stamp, handOver } = postOf(dependencies);
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
    for (const place of soon) {
      const stamped = await openDialogue({ author: nobody, ...place }, async (opened) => {
        const sent: Stamped[] = [];
        for (const held of await lettersOf(opened.tx, place.dialogueId)) {
          const kind = dueReminder(held.mails, held.answer, opened.dialogue, nowMs);
          if (kind) sent.push(await stamp(opened, kind, held));
        }
        if (sent.length > 0) await opened.tell('lettersSent', { counts: { reminders: sent.length } });
        return sent;
      });
      handOver(stamped);
    }
  }

  /** Looks for reminders now and from time to time, until `stop`. */
  function start(): void {
    const look = () => background.run('reminders of dialogues', sendDueReminders);
    timer = setInterval(look, everyMs);
    timer.unref();
    look();
  }

  function stop(): void {
    clearInterval(timer);
  }

  return { sendDueReminders, start, stop };
}
