import type { Eligible } from './quorum';

/** Who may take positions on an open proposal, with one that came or accepted since; the same list where it is there. */
export function withLatecomer(
  eligible: readonly Eligible[],
  { institutionId, group }: Eligible,
  addedAtMs: number,
): readonly Eligible[] {
  if (eligible.some((one) => one.institutionId === institutionId)) return eligible;
  return [...eligible, { institutionId, group, addedAtMs }];
}

/** Without one that was there by mistake; the same list where it counts all the same, or has spoken. */
export function withoutMistaken(
  eligible: readonly Eligible[],
  institutionId: string,
  { counted, spoke }: { counted: readonly Eligible[]; spoke: ReadonlySet<string> },
): readonly Eligible[] {
  const isCounted = counted.some((one) => one.institutionId === institutionId);
  const isThere = eligible.some((one) => one.institutionId === institutionId);
  if (isCounted || !isThere || spoke.has(institutionId)) return eligible;
  return eligible.filter((one) => one.institutionId !== institutionId);
}
