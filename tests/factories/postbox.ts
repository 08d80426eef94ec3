import { pino } from 'pino';
import { makeBackground } from '#server/background';
import type { Mail, Message } from '#server/mail';

/** Mail that arrives in `mails`; to an address in `unreachable` it fails, and of one in `lost` nothing is ever heard. */
export function makePostbox(mails: Message[]) {
  const [unreachable, lost] = [new Set<string>(), new Set<string>()];
  const background = makeBackground(pino({ level: 'silent' }));
  const mail: Mail = {
    send(message, told) {
      if (lost.has(message.to)) return;
      if (unreachable.has(message.to)) return background.run('a failure', async () => told?.whenFailed());
      mails.push(message);
      background.run('a delivery', async () => told?.whenDelivered());
    },
  };
  return { mail, background, unreachable, lost };
}
