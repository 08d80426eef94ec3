import type { Db } from '#db/db';
import type { Clock } from '#domain/clock';
import type { DialogueId, RegistrationId } from '#domain/ids';
import type { Language } from '#domain/languages';
import type { Mail } from '#server/mail';
import type { Accounts } from '../accounts';
import type { Dependencies as DialogueDependencies } from '../dialogues';

export interface Dependencies extends DialogueDependencies {
  clock: Clock;
  accounts: Pick<Accounts, 'limits'>;
  mail: Mail;
  publicUrl: string;
}

export type RegistrationRow = Db['tables']['dialogueRegistrations']['$inferSelect'];

/** What someone says of themselves when they register. */
export interface RegistrantFacts {
  name: string;
  position: string;
  institution: string;
  email: string;
}

export interface Registering {
  slug: string;
  dialogueId: DialogueId;
  /** Made with the form, so that one sent twice counts once. */
  id: RegistrationId;
  facts: RegistrantFacts;
  hasConsented: boolean;
  language: Language;
  /** From where, for the limits. */
  address: string;
}

export interface Registration extends RegistrantFacts {
  id: RegistrationId;
  registeredAt: string;
  attendance: 'present' | 'absent' | null;
}

/** What the link in the confirmation opens. */
export interface OpenedRegistration {
  name: string;
  slug: string;
  workspace: string;
  isPublic: boolean;
  dialogue: {
    id: DialogueId;
    title: string;
    place: string;
    link: string;
    startsAt: string;
    timeZone: string;
    isCancelled: boolean;
  };
}
