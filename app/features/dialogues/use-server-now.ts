import { useEffect, useRef, useState } from 'react';
import { knownOffsetMs, rememberOffset } from './server-clock';

/**
 * The server's time, ticking each second, so that all screens of a room agree. How far this device's clock is off is
 * measured once; until then, and without JavaScript, it is as last measured, or the time at which the page was made.
 */
export function useServerNow(slug: string, pageMs: number): number {
  const [nowMs, setNowMs] = useState(pageMs);
  const offsetMs = useRef<number | null>(null);
  const pageTime = useRef(pageMs);

  useEffect(() => {
    const startedAt = Date.now();
    offsetMs.current ??= knownOffsetMs() ?? pageTime.current - startedAt;
    const leaving = new AbortController();
    const { signal } = leaving;
    const measure = async () => {
      const measured = await measureOffset(slug, signal);
      if (measured === null) return;
      offsetMs.current = measured;
      rememberOffset(measured);
    };
    void measure();
    window.addEventListener('online', measure, { signal });
    const tick = setInterval(() => setNowMs(Date.now() + (offsetMs.current ?? 0)), 1_000);
    return () => {
      leaving.abort();
      clearInterval(tick);
    };
  }, [slug]);

  // A page fetched anew knows of what has happened since the last tick.
  return Math.max(nowMs, pageMs);
}

/** The server answered somewhere between asking and hearing: the middle is wrong by half of that at most. */
async function measureOffset(slug: string, signal: AbortSignal): Promise<number | null> {
  try {
    const askedAt = Date.now();
    const response = await fetch(`/w/${slug}/clock`, { signal });
    const { nowMs } = (await response.json()) as { nowMs: number };
    const heardAt = Date.now();
    return nowMs - (askedAt + heardAt) / 2;
  } catch {
    return null;
  }
}
