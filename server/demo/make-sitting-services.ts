import type { Clock } from '#domain/clock';
import { makeDialogues } from '../features/dialogues';
import { makeFeedback } from '../features/feedback';
import { makeFollowUps } from '../features/follow-ups';
import { makeLetters } from '../features/letters';
import { makePublicDialogues } from '../features/public-dialogues';
import { makeRegistrations } from '../features/registrations';
import type { Mail, Message } from '../mail';
import type { Context } from './context';

/** What a dialogue of the demo is entered with: on a clock of its own, and with a postbox from which no mail leaves. */
export function makeSittingServices({ db, clock: now, services }: Context, clock: Clock) {
  const { accounts, background, documents, events, plans, dialogues } = services;
  const delivered = new Map<string, Message>();
  const mail: Mail = {
    send(message, told) {
      delivered.set(message.to, message);
      background.run('a delivery', async () => told?.whenDelivered());
    },
  };
  // Stands in the mails alone.
  const publicUrl = 'https://concord.example';
  const given = { db, clock, events, documents, publicUrl };
  return {
    documents,
    dialogues: makeDialogues(given),
    letters: makeLetters({ ...given, accounts, background, mail }),
    feedback: makeFeedback(given),
    // What follows is asked and answered today, whenever it was decided.
    followUps: makeFollowUps({ ...given, clock: now, dialogues, plans, background, mail }),
    publicDialogues: makePublicDialogues(given),
    registrations: makeRegistrations({ ...given, accounts, mail }),
    /** The last mail to an address. */
    mailTo(email: string): Message {
      const message = delivered.get(email);
      if (!message) throw new Error(`The demo has not written to ${email}.`);
      return message;
    },
  };
}
