import { makeUnsavedCount } from '#app/features/documents';
import type { Queue } from '#domain/dialogues/waiting-acts';

export interface ActStore {
  read(): Queue;
  write(queue: Queue): void;
  /** Calls back when another window has written. */
  follow(onChange: () => void): () => void;
}

const nothing: Queue = [];

/**
 * The acts that wait, on this device. Under a name of the account's own, so that they go when it signs out, like the
 * copies of its documents; signing out asks first while there are any.
 */
export function openActStore(name: string): ActStore {
  const unsaved = makeUnsavedCount(name);
  let text: string | null = null;
  let queue = nothing;

  function read(): Queue {
    const stored = storedAt(name);
    // Where storage is switched off, what waits lives as long as the page.
    if (stored === undefined || stored === text) return queue;
    text = stored;
    queue = queueIn(stored);
    return queue;
  }

  function write(next: Queue): void {
    queue = next;
    text = next.length === 0 ? null : JSON.stringify(next);
    try {
      if (text === null) localStorage.removeItem(name);
      else localStorage.setItem(name, text);
    } catch {
      // As above.
    }
    unsaved.keep(next.length);
  }

  function follow(onChange: () => void): () => void {
    const onStorage = ({ key }: StorageEvent) => {
      if (key === name || key === null) onChange();
    };
    window.addEventListener('storage', onStorage);
    return () => window.removeEventListener('storage', onStorage);
  }

  return { read, write, follow };
}

function storedAt(name: string): string | null | undefined {
  try {
    return localStorage.getItem(name);
  } catch {
    return undefined;
  }
}

/** Nothing where it is no list: left so by something else that writes in this browser. */
function queueIn(stored: string | null): Queue {
  try {
    const parsed: unknown = JSON.parse(stored ?? '[]');
    return Array.isArray(parsed) ? (parsed as Queue) : nothing;
  } catch {
    return nothing;
  }
}
