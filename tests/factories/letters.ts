import { pino } from 'pino';
import type { Db } from '#db/db';
import type { DialogueId } from '#domain/ids';
import { makeBackground } from '#server/background';
import { makeDialogueCalendar } from '#server/features/dialogue-calendar';
import { makeLetters } from '#server/features/letters';
import { makePublicDialogues } from '#server/features/public-dialogues';
import type { Message } from '#server/mail';
import { openTestDialogue } from './dialogues';

/** A dialogue as `openTestDialogue` makes it, with its letters. Mails to an address in `unreachable` fail. */
export async function openTestLetters(db: Db, slug?: string) {
  const test = await openTestDialogue(db, slug);
  const { house, documents, asConvenor, ministry } = test;
  const { clock, events, accounts, mails } = house;
  const unreachable = new Set<string>();
  const background = makeBackground(pino({ level: 'silent' }));
  const mail = {
    send(message: Message, whenFailed?: () => Promise<void>) {
      if (unreachable.has(message.to)) background.run('a failure', async () => whenFailed?.());
      else mails.push(message);
    },
  };
  const given = { db, clock, events, documents, publicUrl: 'https://concord.example' };
  const letters = makeLetters({ ...given, accounts, background, mail });
  const calendar = makeDialogueCalendar(given);
  const pages = makePublicDialogues(given);

  const addressee = (email: string, change: { institutionId?: typeof ministry.institutionId } = {}) => ({
    ...{ name: `Name of ${email}`, email, language: 'en' as const },
    institutionId: change.institutionId ?? ministry.institutionId,
  });

  /** Writes to someone of the ministry, unless it is said of whom. */
  async function write(email: string, change: { institutionId?: typeof ministry.institutionId } = {}) {
    await letters.addLetters({ ...asConvenor, addressees: [addressee(email, change)] });
    await letters.sendLetters(asConvenor);
  }

  const lines = async (dialogueId: DialogueId = asConvenor.dialogueId) =>
    (await letters.listLetters({ ...asConvenor, dialogueId })).lines;

  /** What the link of the last mail holds, with an address of its own to ask from. */
  const link = () => ({ token: mails.at(-1)?.action?.url.split('/').at(-1) ?? '', address: 'x' });

  const answerOf = async (institutionId = ministry.institutionId) =>
    (await test.dialogues.showDialogue(asConvenor)).institutions.find(
      ({ institution }) => institution.id === institutionId,
    )?.answer;

  return {
    ...test,
    ...{ mails, letters, calendar, pages, background, unreachable, addressee, write, lines, link, answerOf },
  };
}

export type TestLetters = Awaited<ReturnType<typeof openTestLetters>>;
