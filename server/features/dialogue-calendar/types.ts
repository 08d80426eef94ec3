import type { Dependencies as DialogueDependencies } from '../dialogues';

export interface Dependencies extends DialogueDependencies {
  /** Where this server is reached, for links in calendars. */
  publicUrl: string;
}
