import type { Db } from '#db/db';
import type { DialogueId, RegistrationId } from '#domain/ids';
import { makeDialogueCalendar } from '#server/features/dialogue-calendar';
import { makePublicDialogues } from '#server/features/public-dialogues';
import { makeRegistrations } from '#server/features/registrations';
import { newId } from '#server/new-id';
import { openTestDialogue } from './dialogues';
import { makePostbox } from './postbox';

/** A dialogue as `openTestDialogue` makes it, with its calendar, its public page and its registrations. */
export async function openTestPublicDialogue(db: Db, slug = 'mdg') {
  const test = await openTestDialogue(db, slug);
  const { house, dialogues, documents, workspaceId, dialogueId } = test;
  const { clock, events, accounts, mails } = house;
  const { mail, background, unreachable, lost } = makePostbox(mails);
  const given = { db, clock, events, documents, publicUrl: 'https://concord.example' };
  const calendar = makeDialogueCalendar(given);
  const pages = makePublicDialogues(given);
  /** The registrations as a server has them that was started over the same database. */
  const restart = () => makeRegistrations({ ...given, accounts, mail });
  const registrations = restart();
  const place = { slug, dialogueId };

  const publish = () => pages.setVisibility({ ...test.asConvenor, visibility: 'public' });

  const registering = (email: string, change: { address?: string; id?: string } = {}) => ({
    ...{ ...place, hasConsented: true, language: 'en' as const },
    address: change.address ?? newId<string>(),
    id: (change.id ?? newId<string>()) as RegistrationId,
    facts: { name: `Name of ${email}`, position: 'Trainer', institution: 'CNaPS', email },
  });
  const register = (email: string, change: { address?: string; id?: string } = {}) =>
    registrations.register(registering(email, change));

  const list = async (id: DialogueId = dialogueId) =>
    (await registrations.listRegistrations({ ...test.asConvenor, dialogueId: id, search: '' })).rows;

  /** What the last mail's link holds. */
  const lastToken = () => mails.at(-1)?.action?.url.split('/').at(-1) ?? '';

  return {
    ...test,
    ...{ mails, calendar, pages, registrations, place, workspaceId, dialogues },
    ...{ background, unreachable, lost, restart, publish, registering, register, list, lastToken },
  };
}

export type TestPublicDialogue = Awaited<ReturnType<typeof openTestPublicDialogue>>;
