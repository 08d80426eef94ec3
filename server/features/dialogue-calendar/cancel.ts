import { eq } from 'drizzle-orm';
import { mayReinstate } from '#domain/dialogues/dialogue-state';
import { DomainError } from '#domain/errors';
import { authorise } from '#domain/policy';
import { type Asked, inDialogueOf, limited, raiseSequence } from '../dialogues';
import type { Dependencies } from './types';

const reasonLength = 1_000;

export function cancelCommands(dependencies: Dependencies) {
  const { db } = dependencies;
  const { dialogues } = db.tables;
  const inDialogue = inDialogueOf(dependencies);

  /** The dialogue will not take place. What has begun is ended, not cancelled. */
  async function cancelDialogue({ reason, ...asked }: Asked & { reason: string }): Promise<void> {
    authorise(asked.actor, 'dialogue.cancel', asked);
    const cancelReason = limited(reason.trim(), 'reason', reasonLength);
    await inDialogue(
      asked,
      async (opened) => {
        const { tx, dialogue, at, tell } = opened;
        if (dialogue.cancelledAt) return;
        if (dialogue.startedAt) throw new DomainError({ code: 'stale' });
        await tx
          .update(dialogues)
          .set({ cancelledAt: at, cancelReason })
          .where(eq(dialogues.id, dialogue.id));
        await raiseSequence(db, opened);
        await tell('cancelled', { reason: cancelReason });
      },
      { evenCancelled: true },
    );
  }

  /** Takes a cancellation back, until the dialogue was to begin. */
  async function reinstateDialogue(asked: Asked): Promise<void> {
    authorise(asked.actor, 'dialogue.cancel', asked);
    await inDialogue(
      asked,
      async (opened) => {
        const { tx, dialogue, nowMs, tell } = opened;
        if (!dialogue.cancelledAt) return;
        if (!mayReinstate(dialogue, nowMs)) throw new DomainError({ code: 'stale' });
        await tx
          .update(dialogues)
          .set({ cancelledAt: null, cancelReason: '' })
          .where(eq(dialogues.id, dialogue.id));
        await raiseSequence(db, opened);
        await tell('reinstated', {});
      },
      { evenCancelled: true },
    );
  }

  return { cancelDialogue, reinstateDialogue };
}
