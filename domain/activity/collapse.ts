interface Happening {
  kind: string;
  at: string;
  accountId: string | null;
  institutionId: string | null;
  subjectType: string;
  subjectId: string;
}

export type Collapsed<Event> = Event & {
  /** How many happenings it stands for, itself included. */
  count: number;
};

/** Further apart than this, the same doing again is news. */
const togetherMs = 6 * 60 * 60 * 1000;

/** Makes one of neighbours that one person did alike within a few hours. Newest first, in and out. */
export function collapse<Event extends Happening>(events: readonly Event[]): Collapsed<Event>[] {
  const collapsed: Collapsed<Event>[] = [];
  for (const event of events) {
    const last = collapsed.at(-1);
    if (last && isAlike(last, event)) last.count += 1;
    else collapsed.push({ ...event, count: 1 });
  }
  return collapsed;
}

function isAlike(a: Happening, b: Happening): boolean {
  if (a.kind !== b.kind || a.accountId !== b.accountId || a.institutionId !== b.institutionId) return false;
  // Two plans are two things to read; of invitations one line is enough.
  if (a.subjectType === 'plan' && a.subjectId !== b.subjectId) return false;
  return Math.abs(Date.parse(a.at) - Date.parse(b.at)) <= togetherMs;
}
