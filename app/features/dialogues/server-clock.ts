const key = 'concord-clock';
let offsetMs: number | null = null;

/** The server's time, by what was last measured of how far this device's clock is off, be it before a restart. */
export function serverNowMs(): number {
  return Date.now() + (knownOffsetMs() ?? 0);
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
