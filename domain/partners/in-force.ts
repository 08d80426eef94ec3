interface Validity {
  validFrom: string | null;
  validTo: string | null;
}

export type ValidityState = 'to_come' | 'in_force' | 'ended';

/** Where a mandate or a function stands on a day; without dates it is in force. Both days count. */
export function validityOn({ validFrom, validTo }: Validity, today: string): ValidityState {
  if (validTo !== null && validTo < today) return 'ended';
  return validFrom !== null && validFrom > today ? 'to_come' : 'in_force';
}

/** Whether two periods have a day in common; a missing day leaves that side open. */
export function overlap(a: Validity, b: Validity): boolean {
  const startsInTime = (first: Validity, second: Validity) =>
    first.validFrom === null || second.validTo === null || first.validFrom <= second.validTo;
  return startsInTime(a, b) && startsInTime(b, a);
}
