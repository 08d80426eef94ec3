import { type DialogueType, registrableTypes } from './kinds';

/** How people register on the public page. */
export interface RegistrationRules {
  /** The last instant; null: until the dialogue begins. */
  closesAt: string | null;
  /** How many may register; null: as many as wish. */
  places: number | null;
}

export interface Registrable {
  type: DialogueType;
  visibility: 'members' | 'public';
  registration: RegistrationRules | null;
  startsAt: string;
  startedAt: string | null;
  endedAt: string | null;
  cancelledAt: string | null;
}

export type RegistrationState = 'none' | 'open' | 'closed' | 'full';

/** Whether one can register now; `none` where nobody was ever asked to. */
export function registrationState(dialogue: Registrable, taken: number, nowMs: number): RegistrationState {
  const { registration, type, visibility } = dialogue;
  if (!registration || visibility !== 'public' || !registrableTypes.includes(type)) return 'none';
  const closesMs = Date.parse(registration.closesAt ?? dialogue.startsAt);
  const isOver = dialogue.cancelledAt !== null || dialogue.startedAt !== null || dialogue.endedAt !== null;
  if (isOver || nowMs >= Math.min(closesMs, Date.parse(dialogue.startsAt))) return 'closed';
  return registration.places !== null && taken >= registration.places ? 'full' : 'open';
}

export interface Attending {
  institution: string;
  attendance: 'present' | 'absent' | null;
}

export interface AttendanceCount {
  institution: string;
  registered: number;
  present: number;
  absent: number;
}

/** How many of each institution registered and came, the most first; names are one institution whatever their case. */
export function countByInstitution(people: readonly Attending[]): AttendanceCount[] {
  const counts = new Map<string, AttendanceCount>();
  for (const { institution, attendance } of people) {
    const key = institution.trim().replaceAll(/\s+/g, ' ').toLowerCase();
    const count = counts.get(key) ?? { institution, registered: 0, present: 0, absent: 0 };
    count.registered += 1;
    if (attendance) count[attendance] += 1;
    counts.set(key, count);
  }
  return [...counts.values()].sort(
    (a, b) => b.registered - a.registered || a.institution.localeCompare(b.institution),
  );
}
