import { and, eq, gte, isNull } from 'drizzle-orm';
import type { Tx } from '#db/db';
import { instant } from '#domain/clock';
import { formerTokenOf, toldOfNothing } from '#domain/dialogues/registered-mail';
import type { Message } from '#server/mail';
import { hashToken, newToken } from '../accounts';
import type { Dependencies, RegistrationRow } from './types';

type Mailed = Pick<RegistrationRow, 'tokenHash' | 'formerTokenHash' | 'toldSequence' | 'deliveredAt'>;

/** A mail that is written down, with what stands again should it fail. */
export interface Stamped {
  id: RegistrationRow['id'];
  token: string;
  ifFailed: Mailed;
}

/** Writing to those registered, with a link that is known from the mail alone. */
export function postOf({ db, clock, mail }: Pick<Dependencies, 'db' | 'clock' | 'mail'>) {
  const { dialogueRegistrations } = db.tables;

  /** Writes down that someone is mailed; what opened their page still does. */
  async function stamp(tx: Tx, row: RegistrationRow, toldSequence: number): Promise<Stamped> {
    const token = newToken();
    const { id, tokenHash, formerTokenHash, deliveredAt } = row;
    await tx
      .update(dialogueRegistrations)
      .set({
        ...{ tokenHash: hashToken(token), formerTokenHash: formerTokenOf(row) },
        ...{ toldSequence, deliveredAt: null },
      })
      .where(eq(dialogueRegistrations.id, id));
    return {
      id,
      token,
      ifFailed: { tokenHash, formerTokenHash, deliveredAt, toldSequence: row.toldSequence },
    };
  }

  /** Hands a mail over, and keeps what became of it unless there is a later one. Call it after commit. */
  function handOver({ id, token, ifFailed }: Stamped, message: Message): void {
    const tokenHash = hashToken(token);
    const keep = (fate: Partial<Mailed>) =>
      db.transaction(async (tx) => {
        await tx
          .update(dialogueRegistrations)
          .set(fate)
          .where(and(eq(dialogueRegistrations.id, id), eq(dialogueRegistrations.tokenHash, tokenHash)));
      });
    mail.send(message, {
      whenDelivered: () => keep({ deliveredAt: instant(clock) }),
      whenFailed: () => keep(ifFailed),
    });
  }

  /** Has whoever an earlier process did not live to reach be told again. Call it before this one sends anything. */
  async function start(): Promise<void> {
    const { deliveredAt, toldSequence } = dialogueRegistrations;
    await db.transaction(async (tx) => {
      await tx
        .update(dialogueRegistrations)
        .set({ toldSequence: toldOfNothing })
        .where(and(isNull(deliveredAt), gte(toldSequence, 0)));
    });
  }

  return { stamp, handOver, start };
}
