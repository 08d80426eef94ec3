/** Above how many of the lines something is held, by the middles of the lines from top to bottom. */
export function linesAbove(middles: readonly number[], at: number): number {
  return middles.filter((middle) => middle < at).length;
}

/** The place that an item has once it is dropped before a line, counted from 0: its own line is then gone. */
export function indexAfterDrop(from: number, before: number): number {
  return before > from ? before - 1 : before;
}
