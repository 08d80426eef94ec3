/** A length of time as clocks show it: 4:05, 1:00:00; below zero with a sign. */
export function clockText(ms: number): string {
  const seconds = Math.floor(Math.abs(ms) / 1_000);
  const [h, m, s] = [Math.floor(seconds / 3_600), Math.floor(seconds / 60) % 60, seconds % 60];
  const sign = ms < 0 && seconds > 0 ? '−' : '';
  const pad = (value: number) => String(value).padStart(2, '0');
  return sign + (h > 0 ? `${h}:${pad(m)}:${pad(s)}` : `${m}:${pad(s)}`);
}
