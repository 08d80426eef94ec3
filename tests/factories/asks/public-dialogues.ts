import type { DialogueLinkId, RegistrationId } from '#domain/ids';
import { type AsksOf, kept, type OpenIn, onWorkspace, type Place, seen } from './ask';

type Feature = 'dialogueCalendar' | 'publicDialogues' | 'registrations';

const onDialogue = (on: Place) => ({ ...onWorkspace(on), dialogueId: on.publicDialogueId });
const linkId = 'link' as DialogueLinkId;
const registrationId = 'registration' as RegistrationId;
const facts = { kind: 'paper', title: 'T', url: 'https://example.org', audience: 'public' } as const;

export const publicDialogueAsks: AsksOf<Feature> = {
  dialogueCalendar: {
    cancelDialogue: kept((s, on) => s.dialogueCalendar.cancelDialogue({ ...onDialogue(on), reason: 'R' })),
    reinstateDialogue: kept((s, on) => s.dialogueCalendar.reinstateDialogue(onDialogue(on))),
  },
  publicDialogues: {
    setVisibility: kept((s, on) =>
      s.publicDialogues.setVisibility({ ...onDialogue(on), visibility: 'members' }),
    ),
    addLink: kept((s, on) => s.publicDialogues.addLink({ ...onDialogue(on), linkId, facts })),
    removeLink: kept((s, on) => s.publicDialogues.removeLink({ ...onDialogue(on), linkId })),
    listLinks: seen((s, on) => s.publicDialogues.listLinks(onDialogue(on))),
  },
  registrations: {
    setRegistration: kept((s, on) => s.registrations.setRegistration({ ...onDialogue(on), rules: null })),
    listRegistrations: kept((s, on) => s.registrations.listRegistrations({ ...onDialogue(on), search: '' })),
    tellRegistered: kept((s, on) => s.registrations.tellRegistered(onDialogue(on))),
    removeRegistration: kept((s, on) =>
      s.registrations.removeRegistration({ ...onDialogue(on), registrationId }),
    ),
    markRegistration: kept((s, on) =>
      s.registrations.markRegistration({ ...onDialogue(on), registrationId, attendance: 'present' }),
    ),
  },
};

export const openInPublicDialogues: OpenIn<Feature> = {
  dialogueCalendar: ['listDialogueEvents'],
  publicDialogues: ['listPublicDialogues', 'showPublicDialogue', 'writePublicCalendar'],
  // At the start of the server nobody asks.
  registrations: ['register', 'openRegistration', 'withdraw', 'start'],
};
