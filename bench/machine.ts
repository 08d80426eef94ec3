import { cpus, loadavg, totalmem } from 'node:os';

/** One line that says where a figure was taken. */
export function machine(): string {
  const [cpu] = cpus();
  const gib = Math.round(totalmem() / 2 ** 30);
  return `${cpus().length} x ${cpu?.model.trim() ?? 'unknown processor'}, ${gib} GiB, Node ${process.version}, ${process.platform} ${process.arch}`;
}

export function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** How busy the machine has been over one and five minutes: what others do on it is in every figure. */
export function loadAverage(): string {
  return loadavg()
    .slice(0, 2)
    .map((load) => load.toFixed(1))
    .join(', ');
}
