import type { Db } from '#db/db';
import type { DelegateRole } from '#domain/dialogues/kinds';
import type { LetterAnswer, LetterMailKind, ReplyOutcome } from '#domain/dialogues/letter';
import type { DelegateId, DialogueId, DialogueLinkId, InstitutionId, LetterId } from '#domain/ids';
import type { InstitutionLabel } from '#domain/institutions/name';
import type { Language } from '#domain/languages';
import type { Background } from '#server/background';
import type { Mail } from '#server/mail';
import type { Accounts } from '../accounts';
import type { Dependencies as DialogueDependencies } from '../dialogues';

export interface Dependencies extends DialogueDependencies {
  accounts: Pick<Accounts, 'limits'>;
  background: Background;
  mail: Mail;
  /** Where this server is reached, for links. */
  publicUrl: string;
}

export type LetterRow = Db['tables']['dialogueLetters']['$inferSelect'];
export type LetterMailRow = Db['tables']['dialogueLetterMails']['$inferSelect'];

/** To whom a letter goes. */
export interface Addressee {
  institutionId: InstitutionId;
  name: string;
  email: string;
  language: Language;
}

/** Someone known to the workspace, whom no letter goes to yet. */
export type KnownAddressee = Omit<Addressee, 'institutionId'> & {
  institution: InstitutionLabel<InstitutionId>;
};

export interface LetterLine {
  id: LetterId;
  institution: InstitutionLabel<InstitutionId>;
  name: string;
  email: string;
  language: Language;
  answer: LetterAnswer | null;
  /** What it answered to a former date, and has not since. */
  former: LetterAnswer | null;
  answeredAt: string | null;
  answeredBy: 'link' | 'calendar' | null;
  /** The mail it had last. */
  last: { kind: LetterMailKind; sentAt: string; failedAt: string | null } | null;
  /** What it has to be told; see domain/dialogues/letter.ts. */
  owed: 'invitation' | 'update' | 'cancellation' | null;
  /** When what failed is tried again by itself; null where it is not. */
  triesAgainAtMs: number | null;
  mayRemind: boolean;
}

export interface Letters {
  lines: LetterLine[];
  known: KnownAddressee[];
  text: string;
  hasReminders: boolean;
}

/** What became of one answer of a calendar. */
export interface ReadReply {
  email: string;
  outcome: ReplyOutcome;
  answer: LetterAnswer | null;
}

export interface LetterPaper {
  id: DialogueLinkId;
  title: string;
  url: string;
}

/** What the link of a letter opens. */
export interface OpenedLetter {
  name: string;
  workspace: string;
  institution: InstitutionLabel<InstitutionId>;
  convenor: { name: string; email: string };
  answer: 'accepted' | 'declined' | null;
  /** What the institution answered to a former date, and has not since. */
  former: 'accepted' | 'declined' | null;
  /** On what the convenor recorded it; null where the institution gave it itself. */
  answerBasis: string | null;
  delegates: { id: DelegateId; name: string; role: DelegateRole }[];
  text: string;
  dialogue: {
    id: DialogueId;
    title: string;
    purpose: string;
    place: string;
    link: string;
    startsAt: string;
    endsAtMs: number;
    timeZone: string;
    state: 'planned' | 'running' | 'ended' | 'cancelled';
    cancelReason: string;
    items: {
      id: string;
      title: string;
      presenter: string;
      startsAtMs: number;
      endsAtMs: number;
      papers: LetterPaper[];
    }[];
    /** Papers and recordings of the whole dialogue. */
    papers: LetterPaper[];
  };
}
