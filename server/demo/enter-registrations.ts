import type { DemoDialogue } from '#db/seed/types';
import type { DialogueLinkId, RegistrationId } from '#domain/ids';
import { newId } from '#server/new-id';
import type { Sitting } from './open-sitting';

/** Nobody registers on the stroke of the hour. */
const minutesBetween = 23.5 * 60 - 7;

/** Gives the dialogue its public page, on which people register. */
export async function enterRegistrations(
  { publicDialogues, registrations, asked, slug, pass }: Sitting,
  { publicPage }: Pick<DemoDialogue, 'publicPage'>,
): Promise<void> {
  if (!publicPage) return;
  const { places, papers, registered } = publicPage;
  await publicDialogues.setVisibility({ ...asked, visibility: 'public' });
  await registrations.setRegistration({ ...asked, rules: { closesAt: null, places } });
  for (const { path, title } of papers) {
    const facts = { title, kind: 'paper', audience: 'public', url: `https://example.org/${path}` } as const;
    await publicDialogues.addLink({ ...asked, linkId: newId<DialogueLinkId>(), facts });
  }
  for (const facts of registered) {
    pass(minutesBetween);
    await registrations.register({
      ...{ slug, dialogueId: asked.dialogueId, id: newId<RegistrationId>(), facts },
      ...{ hasConsented: true, language: 'fr', address: 'demo' },
    });
  }
}
