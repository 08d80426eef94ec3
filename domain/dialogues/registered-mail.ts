import { dialogueStateOf } from './dialogue-state';
import { owedNews, type Told } from './letter';

/** What someone registered is told of by mail. */
export const registeredNews = ['confirmation', 'update', 'cancellation'] as const;
export type RegisteredNews = (typeof registeredNews)[number];

/** Told of nothing that is known to have arrived: below every state that a dialogue has in calendars. */
export const toldOfNothing = -1;

interface Registered {
  registeredAt: string;
  /** Which state of the dialogue their last mail told of. */
  toldSequence: number;
}

/** What someone registered has to hear; null when they know how the dialogue stands, or need not. */
export function owedToRegistered(
  { toldSequence, registeredAt }: Registered,
  dialogue: Told & { calendarChangedAt: string | null },
): RegisteredNews | null {
  const { calendarChangedAt } = dialogue;
  const isAsWhenRegistered = calendarChangedAt === null || calendarChangedAt <= registeredAt;
  const isUnheard = toldSequence === toldOfNothing && isAsWhenRegistered;
  return isUnheard && dialogueStateOf(dialogue) === 'planned'
    ? 'confirmation'
    : owedNews(toldSequence, dialogue);
}

interface Opening {
  tokenHash: string;
  formerTokenHash: string | null;
  deliveredAt: string | null;
}

/** What opens their page once another mail is written, beside that mail: what the last one that arrived holds. */
export function formerTokenOf({ tokenHash, formerTokenHash, deliveredAt }: Opening): string {
  return deliveredAt === null && formerTokenHash !== null ? formerTokenHash : tokenHash;
}
