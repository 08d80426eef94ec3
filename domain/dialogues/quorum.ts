export const attendanceStates = ['present', 'remote', 'excused', 'left'] as const;
export type AttendanceState = (typeof attendanceStates)[number];

/** An arrival, a departure or an excuse, as recorded; the last one by `atMs` holds. */
export interface AttendanceMark {
  institutionId: string;
  state: AttendanceState;
  atMs: number;
}

/** The institutions in the room or on line at a moment. */
export function presentAt(marks: readonly AttendanceMark[], atMs: number): Set<string> {
  const latest = new Map<string, AttendanceMark>();
  for (const mark of marks) {
    const known = latest.get(mark.institutionId);
    if (mark.atMs <= atMs && (!known || mark.atMs >= known.atMs)) latest.set(mark.institutionId, mark);
  }
  const here = [...latest.values()].filter(({ state }) => state === 'present' || state === 'remote');
  return new Set(here.map(({ institutionId }) => institutionId));
}

/** An exact share, such as two thirds: 2 of 3. */
export interface Fraction {
  numerator: number;
  denominator: number;
}

export interface Eligible {
  institutionId: string;
  /** Ministries, partners, social partners ...: whatever the convenor grouped by. */
  group: string;
  /** When it was added to a proposal that was open already; absent where it was there from the opening. */
  addedAtMs?: number;
}

/** An invited institution with what it answered to the date as it stands. */
export interface Seat extends Eligible {
  answer: 'accepted' | 'declined' | null;
}

export interface QuorumRule {
  by: 'institution' | 'group';
  atLeast: Fraction;
}

export interface Quorum {
  isMet: boolean;
  present: number;
  needed: number;
  of: number;
}

/**
 * Who counts: whoever is invited, but for those that declined and are not there all the same. Quorums are counted of them
 * everywhere, and a proposal is opened for them.
 */
export function countedOf(invited: readonly Seat[], present: ReadonlySet<string>): Eligible[] {
  return invited
    .filter(({ institutionId, answer }) => answer !== 'declined' || present.has(institutionId))
    .map(({ institutionId, group }) => ({ institutionId, group }));
}

/** Whether enough of those who count are there. A group is there when one of its institutions is. */
export function quorumOf(
  rule: QuorumRule,
  counted: readonly Eligible[],
  present: ReadonlySet<string>,
): Quorum {
  const keyOf = ({ institutionId, group }: Eligible) => (rule.by === 'group' ? group : institutionId);
  const all = new Set(counted.map(keyOf));
  const here = new Set(counted.filter(({ institutionId }) => present.has(institutionId)).map(keyOf));
  const needed = neededOf(rule.atLeast, all.size);
  return { isMet: here.size >= needed, present: here.size, needed, of: all.size };
}

/** The quorum when most were there at one time: those who came one after the other were never that many. */
export function fullestQuorum(
  rule: QuorumRule,
  invited: readonly Seat[],
  marks: readonly AttendanceMark[],
): Quorum {
  return [...new Set(marks.map(({ atMs }) => atMs))]
    .map((atMs) => presentAt(marks, atMs))
    .map((present) => quorumOf(rule, countedOf(invited, present), present))
    .reduce(
      (fullest, quorum) => (isFuller(quorum, fullest) ? quorum : fullest),
      quorumOf(rule, countedOf(invited, new Set()), new Set()),
    );
}

function isFuller(a: Quorum, b: Quorum): boolean {
  return a.isMet === b.isMet ? a.present > b.present : a.isMet;
}

/** The least whole number that reaches the share, in whole numbers: two thirds of nine are six, of ten seven. */
export function neededOf({ numerator, denominator }: Fraction, of: number): number {
  return Math.ceil((numerator * of) / denominator);
}
