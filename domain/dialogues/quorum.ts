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

/** Whether enough are there. A group is there when one of its institutions is. */
export function quorumOf(
  rule: QuorumRule,
  eligible: readonly Eligible[],
  present: ReadonlySet<string>,
): Quorum {
  const keyOf = ({ institutionId, group }: Eligible) => (rule.by === 'group' ? group : institutionId);
  const all = new Set(eligible.map(keyOf));
  const here = new Set(eligible.filter(({ institutionId }) => present.has(institutionId)).map(keyOf));
  const needed = neededOf(rule.atLeast, all.size);
  return { isMet: here.size >= needed, present: here.size, needed, of: all.size };
}

/** The least whole number that reaches the share, in whole numbers: two thirds of nine are six, of ten seven. */
export function neededOf({ numerator, denominator }: Fraction, of: number): number {
  return Math.ceil((numerator * of) / denominator);
}
