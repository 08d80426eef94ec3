import type { Clock } from '#domain/clock';
import type { DialogueType, ItemPurpose, LinkAudience, LinkKind } from '#domain/dialogues/kinds';
import type { RegistrationState } from '#domain/dialogues/registration';
import type { DialogueId, DialogueItemId, DialogueLinkId } from '#domain/ids';
import type { Dependencies as DialogueDependencies } from '../dialogues';

export interface Dependencies extends DialogueDependencies {
  clock: Clock;
  publicUrl: string;
}

/** Which public page: its workspace by the name in the address. */
export interface PublicPlace {
  slug: string;
  dialogueId: DialogueId;
}

export interface DialogueLink {
  id: DialogueLinkId;
  kind: LinkKind;
  title: string;
  url: string;
  audience: LinkAudience;
}

export interface PublicLine {
  id: DialogueId;
  type: DialogueType;
  title: string;
  place: string;
  startsAt: string;
  timeZone: string;
  isCancelled: boolean;
  isOver: boolean;
}

/** All that the world is told of a dialogue; each field is named, so that no other finds its way in. */
export interface PublicDialogue extends PublicLine {
  workspace: string;
  purpose: string;
  /** Empty where it is sent to those who register. */
  link: string;
  endsAtMs: number;
  languages: string[];
  cancelReason: string;
  items: {
    id: DialogueItemId;
    title: string;
    purpose: ItemPurpose;
    presenter: string;
    startsAtMs: number;
    endsAtMs: number;
  }[];
  links: Pick<DialogueLink, 'id' | 'kind' | 'title' | 'url'>[];
  registration: { state: RegistrationState; closesAt: string | null; placesLeft: number | null };
}
