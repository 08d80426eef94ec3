/**
 * Keeps the number of unacknowledged edits over the closing of the browser, beside the edits themselves. Each page keeps
 * a count of its own (`page`), so that one whose edits are safe does not wipe out what another has still to send.
 */
export function makeUnsavedCount(name: string, page = '') {
  const stem = `${name}${unsavedMark}`;
  const key = stem + page;
  /** What pages before this one had not sent. */
  const earlier = entriesFrom(stem);
  let kept = -1;

  function read(): number {
    return earlier.reduce((sum, [, edits]) => sum + (Number(edits) || 0), 0);
  }

  function keep(edits: number): void {
    if (edits === kept) return;
    kept = edits;
    try {
      if (edits === 0) localStorage.removeItem(key);
      else localStorage.setItem(key, String(edits));
    } catch {
      // The count is for the person's information; the edits are elsewhere.
    }
  }

  /** What earlier pages had not sent is safe; where one of them is open and has written since, its count stays. */
  function dropEarlier(): void {
    for (const [other, edits] of earlier.splice(0)) {
      if (localStorage.getItem(other) === edits) localStorage.removeItem(other);
    }
  }

  return { read, keep, dropEarlier };
}

export const unsavedMark = ':unsaved';

function entriesFrom(stem: string): [key: string, value: string][] {
  try {
    return Object.keys(localStorage)
      .filter((key) => key.startsWith(stem))
      .map((key) => [key, localStorage.getItem(key) ?? '']);
  } catch {
    return []; // Storage is switched off in this browser.
  }
}
