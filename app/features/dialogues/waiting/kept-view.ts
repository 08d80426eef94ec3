import { useEffect, useRef, useState } from 'react';
import type { DialogueView } from '#server/features/dialogues';

const writeEveryMs = 5_000;

/**
 * The dialogue as it was last known on this device, where the page is an older copy that was opened without a network;
 * as soon as the server tells anything, that.
 */
export function useLastKnown(name: string | null, view: DialogueView): DialogueView {
  const [kept, setKept] = useState<DialogueView | null>(null);
  const opened = useRef(view);
  const latest = useRef(view);
  latest.current = view;

  useEffect(() => {
    if (!name) return;
    setKept(read(name));
    let written = opened.current;
    const write = () => {
      if (latest.current === written) return;
      written = latest.current;
      keep(name, written);
    };
    const timer = setInterval(write, writeEveryMs);
    window.addEventListener('pagehide', write);
    document.addEventListener('visibilitychange', write);
    return () => {
      clearInterval(timer);
      window.removeEventListener('pagehide', write);
      document.removeEventListener('visibilitychange', write);
    };
  }, [name]);

  const isAsOpened = view.nowMs <= opened.current.nowMs;
  return isAsOpened && kept?.id === view.id && kept.nowMs > view.nowMs ? kept : view;
}

function read(name: string): DialogueView | null {
  try {
    return JSON.parse(localStorage.getItem(name) ?? 'null') as DialogueView | null;
  } catch {
    return null;
  }
}

function keep(name: string, view: DialogueView): void {
  try {
    localStorage.setItem(name, JSON.stringify(view));
  } catch {
    // Storage is full or switched off: the page then opens as it was first seen.
  }
}
