const key = 'concord-clock';
let offsetMs: number | null = null;

/** The server’s time in whole milliseconds, by how far this device's clock was off when it was last measured. */
export function serverNowMs(): number {
  return Math.round(Date.now() + (knownOffsetMs() ?? 0));
}

export function knownOffsetMs(): number | null {
  if (offsetMs !== null) return offsetMs;
  try {
    const kept = localStorage.getItem(key);
    return kept === null ? null : Number(kept);
  } catch {
    return null; // Storage is switched off in this browser.
  }
}

export function rememberOffset(ms: number): void {
  offsetMs = ms;
  try {
    localStorage.setItem(key, String(ms));
  } catch {
    // As above.
  }
}
