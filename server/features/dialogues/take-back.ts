import { and, eq } from 'drizzle-orm';
import { DomainError } from '#domain/errors';
import type { AttendanceMarkId } from '#domain/ids';
import { authorise } from '#domain/policy';
import type { InDialogue } from './in-dialogue';
import { latecomersOf } from './latecomers';
import type { Asked, Dependencies } from './types';

export function takeBackCommands({ db }: Dependencies, inDialogue: InDialogue) {
  const { attendanceMarks } = db.tables;
  const { dismissIfMistaken } = latecomersOf(db);

  /** A mark of attendance was a mistake: it counts nowhere any more, also when its device sends it again. */
  async function takeBackMark({ markId, ...asked }: Asked & { markId: AttendanceMarkId }): Promise<void> {
    authorise(asked.actor, 'dialogue.run', asked);
    await inDialogue(asked, async (opened) => {
      const { tx, dialogue, at, tell } = opened;
      const [mark] = await tx
        .select()
        .from(attendanceMarks)
        .where(and(eq(attendanceMarks.id, markId), eq(attendanceMarks.dialogueId, dialogue.id)));
      if (!mark) throw new DomainError({ code: 'not_found' });
      if (mark.takenBackAt) return;
      const { institutionId, state } = mark;
      await tx
        .update(attendanceMarks)
        .set({ takenBackAt: at, takenBackBy: asked.actor.accountId })
        .where(eq(attendanceMarks.id, markId));
      await tell('markTakenBack', { markId, institutionId, state });
      await dismissIfMistaken(opened, institutionId);
    });
  }

  return { takeBackMark };
}
