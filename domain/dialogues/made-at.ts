/**
 * When something that waited for the network was done: as the device says, but neither in the future nor before it
 * could be done. Milliseconds; without a device's word it is now.
 */
export function madeAt(
  madeAtMs: number | undefined,
  { fromMs, nowMs }: { fromMs: number; nowMs: number },
): number {
  if (madeAtMs === undefined) return nowMs;
  return Math.min(nowMs, Math.max(fromMs, madeAtMs));
}
