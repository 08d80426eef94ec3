import type { Db } from '#db/db';
import type { DialogueId } from '#domain/ids';
import { makeDialogueCalendar } from '#server/features/dialogue-calendar';
import { makeLetters } from '#server/features/letters';
import { makePublicDialogues } from '#server/features/public-dialogues';
import { openTestDialogue } from './dialogues';
import { makePostbox } from './postbox';

/** A dialogue as `openTestDialogue` makes it, with its letters. See `makePostbox` for its mails. */
export async function openTestLetters(db: Db, slug?: string) {
  const test = await openTestDialogue(db, slug);
  const { house, documents, asConvenor, ministry } = test;
  const { clock, events, accounts, mails } = house;
  const { mail, background, unreachable, lost } = makePostbox(mails);
  const given = { db, clock, events, documents, publicUrl: 'https://concord.example' };
  /** The letters as a server has them that was started over the same database. */
  const restart = () => makeLetters({ ...given, accounts, background, mail });
  const letters = restart();
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
    ...{
      mails,
      letters,
      calendar,
      pages,
      background,
      unreachable,
      lost,
      restart,
      addressee,
      write,
      lines,
      link,
      answerOf,
    },
  };
}

export type TestLetters = Awaited<ReturnType<typeof openTestLetters>>;
