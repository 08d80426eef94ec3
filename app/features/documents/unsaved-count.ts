/** Keeps the number of unacknowledged edits over the closing of the browser, beside the edits themselves. */
export function makeUnsavedCount(name: string) {
  const key = `${name}:unsaved`;
  let kept = -1;

  function read(): number {
    try {
      return Number(localStorage.getItem(key)) || 0;
    } catch {
      return 0; // Storage is switched off in this browser.
    }
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

  return { read, keep };
}
