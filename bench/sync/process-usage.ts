import { readFileSync, writeFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';

const ticksPerSecond = 100;

/** Milliseconds of CPU that a process and all its threads have used so far. */
export function cpuMs(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return ((Number(fields[11]) + Number(fields[12])) * 1000) / ticksPerSecond;
}

/** The most memory that the process has held since this was last forgotten, in bytes. */
export function peakBytes(pid: number): number {
  return fromStatus(pid, 'VmHWM');
}

export function residentBytes(pid: number): number {
  return fromStatus(pid, 'VmRSS');
}

export function forgetPeak(pid: number): void {
  writeFileSync(`/proc/${pid}/clear_refs`, '5');
}

function fromStatus(pid: number, field: string): number {
  const line = readFileSync(`/proc/${pid}/status`, 'utf8').match(new RegExp(`${field}:\\s+(\\d+)`));
  return Number(line?.[1] ?? Number.NaN) * 1024;
}

/** Resolves when the process has had nothing to do for a second, or after two minutes. */
export async function quiet(pid: number): Promise<void> {
  for (let second = 0, before = -1; second < 120; second++) {
    const now = cpuMs(pid);
    if (now - before < 20) return;
    before = now;
    await wait(1000);
  }
}
