import type { Language } from '#domain/languages';

/** A mail in the recipient's language, before it is laid out. */
export interface Message {
  to: string;
  language: Language;
  /** Names the file in the outbox: password-reset. */
  slug: string;
  subject: string;
  /** Plain sentences; a paragraph each. */
  paragraphs: string[];
  action?: { label: string; url: string };
  /** After the action: until when it works, what to do when it wasn't asked for. */
  notes: string[];
  /** Who answers are for, where that is not the server. */
  replyTo?: { name: string; address: string };
  /** An invitation that mail programs show as one (RFC 6047). */
  calendar?: { method: 'REQUEST' | 'CANCEL'; content: string };
  attachments?: { name: string; contentType: string; content: string }[];
}
