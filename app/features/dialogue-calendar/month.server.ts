import { isMonth } from '#domain/dialogues/calendar';
import { localTimeAt } from '#domain/dialogues/local-time';
import type { DialogueId } from '#domain/ids';
import type { ListedDialogue } from '#server/features/dialogues';

export interface OnDay {
  id: DialogueId;
  title: string;
  /** By the clocks of its place. */
  date: string;
  time: string;
  isCancelled: boolean;
}

export interface MonthOfDialogues {
  /** 2026-03 */
  month: string;
  today: string;
  dialogues: OnDay[];
}

/** The month that the address asks for, or the present one, with the days on which dialogues are where they take place. */
export function monthOf(
  rows: readonly ListedDialogue[],
  { asked, today }: { asked: string | null; today: string },
): MonthOfDialogues {
  const dialogues = rows.map(onDay).sort((a, b) => compare(a, b));
  return { month: asked && isMonth(asked) ? asked : today.slice(0, 7), today, dialogues };
}

export function onDay({ id, title, startsAt, timeZone, state }: ListedDialogue): OnDay {
  return { id, title, ...localTimeAt(Date.parse(startsAt), timeZone), isCancelled: state === 'cancelled' };
}

function compare(a: OnDay, b: OnDay): number {
  return `${a.date} ${a.time}`.localeCompare(`${b.date} ${b.time}`) || a.id.localeCompare(b.id);
}
