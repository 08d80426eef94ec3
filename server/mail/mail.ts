import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import type { Clock } from '#domain/clock';
import { instant } from '#domain/clock';
import type { Background } from '#server/background';
import type { Config } from '#server/config/config';
import { toHtml, toText } from './layout';
import type { Message } from './message';

export interface Mail {
  /**
   * Hands a message over for delivery. Call it after commit. Returns at once, so that the time of an answer never
   * tells whether anything was sent; a failure is logged. What became of it is told to who asks.
   */
  send(message: Message, told?: { whenDelivered(): Promise<void>; whenFailed(): Promise<void> }): void;
}

interface Rendered {
  from: string;
  to: string;
  subject: string;
  text: string;
  html: string;
  attachments: { filename: string; contentType: string; content: string }[];
  replyTo?: Message['replyTo'];
  icalEvent?: Message['calendar'] & { filename: string };
}

/** By SMTP; without an SMTP server each mail becomes a file in the data directory, and its link a line on the console. */
export function makeMail({
  config,
  clock,
  background,
  say,
}: {
  config: Pick<Config, 'smtpUrl' | 'mailFrom' | 'dataDir'>;
  clock: Clock;
  background: Background;
  say: (line: string) => void;
}): Mail {
  const smtp = config.smtpUrl ? createTransport(config.smtpUrl) : null;
  const composer = createTransport({ streamTransport: true, buffer: true, newline: 'windows' });

  async function deliver(message: Message): Promise<void> {
    const mail: Rendered = {
      from: config.mailFrom,
      to: message.to,
      subject: message.subject,
      text: toText(message),
      html: toHtml(message),
      ...(message.replyTo && { replyTo: message.replyTo }),
      ...(message.calendar && { icalEvent: { ...message.calendar, filename: 'invitation.ics' } }),
      attachments: (message.attachments ?? []).map(({ name: filename, contentType, content }) => {
        return { filename, contentType, content };
      }),
    };
    if (smtp) await smtp.sendMail(mail);
    else await writeToOutbox(mail, message);
  }

  async function writeToOutbox(mail: Rendered, message: Message): Promise<void> {
    const composed = await composer.sendMail(mail);
    const dir = join(config.dataDir, 'outbox');
    const time = instant(clock).replaceAll(/[:.]/g, '-');
    const file = join(dir, `${time}-${message.slug}-${crypto.randomUUID().slice(0, 8)}.eml`);
    await mkdir(dir, { recursive: true });
    // It holds a link that signs someone in: for the owner's eyes only.
    await writeFile(file, composed.message as Buffer, { mode: 0o600 });
    say(`Mail to ${message.to}, "${message.subject}":\n  ${message.action?.url ?? file}`);
  }

  return {
    send: (message, told) =>
      background.run(`mail ${message.slug}`, async () => {
        try {
          await deliver(message);
        } catch (error) {
          await told?.whenFailed();
          throw error;
        }
        await told?.whenDelivered();
      }),
  };
}
