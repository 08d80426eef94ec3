import type { Voice } from '#domain/dialogues/participation';

/** Whole minutes; who spoke at all spoke for one. */
export function minutesOf({ spokenMs }: Voice): number {
  return spokenMs === 0 ? 0 : Math.max(1, Math.round(spokenMs / 60_000));
}
