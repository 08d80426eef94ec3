import { unsavedMark } from './unsaved-count';

const prefix = 'concord:';
const heldMark = ':held';
const forgetKey = 'concord-forget';

/** Who signed out, and how many edits they knew to be on this device alone. */
interface Leaving {
  accountId: string;
  unsaved: number;
}

/** Notes that this device holds a copy of that name: not every browser can list its databases. */
export function noteLocalCopy(name: string): void {
  try {
    localStorage.setItem(name + heldMark, '1');
  } catch {
    // Storage is switched off in this browser: nothing is held.
  }
}

/** How many edits of an account are only on this device, over all documents. See connection.ts for the names. */
export function unsavedOnDevice(accountId: string): number {
  return keysOf(accountId)
    .filter((key) => key.includes(unsavedMark))
    .reduce((sum, key) => sum + (Number(localStorage.getItem(key)) || 0), 0);
}

/** Has an account's documents taken off this device by the next page on which it is signed out. */
export function forgetCopiesLater(accountId: string): void {
  try {
    const leaving: Leaving = { accountId, unsaved: unsavedOnDevice(accountId) };
    localStorage.setItem(forgetKey, JSON.stringify(leaving));
  } catch {
    // Storage is switched off in this browser: nothing was kept.
  }
}

/**
 * Takes the documents off this device of who has signed out; other accounts' stay. Where signing out did not succeed,
 * or more was written meanwhile than the person knew of, everything stays.
 */
export async function forgetMarkedCopies(signedInAs: string | null): Promise<void> {
  const leaving = readMark();
  if (!leaving) return;
  localStorage.removeItem(forgetKey);
  const { accountId, unsaved } = leaving;
  if (accountId === signedInAs || unsavedOnDevice(accountId) > unsaved) return;
  const keys = keysOf(accountId);
  const noted = keys.filter((key) => key.endsWith(heldMark)).map((key) => key.slice(0, -heldMark.length));
  const listed = (await indexedDB.databases?.()) ?? [];
  const names = new Set([...noted, ...listed.flatMap(({ name }) => name ?? [])]);
  const own = [...names].filter((name) => name.startsWith(`${prefix}${accountId}:`));
  await Promise.all(own.map(deleteDatabase));
  for (const key of keys) localStorage.removeItem(key);
}

function readMark(): Leaving | null {
  try {
    const leaving: Partial<Leaving> = JSON.parse(localStorage.getItem(forgetKey) ?? '{}');
    return leaving.accountId ? { accountId: leaving.accountId, unsaved: leaving.unsaved ?? 0 } : null;
  } catch {
    return null;
  }
}

function keysOf(accountId: string): string[] {
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith(`${prefix}${accountId}:`));
  } catch {
    return [];
  }
}

function deleteDatabase(name: string): Promise<void> {
  return new Promise((resolve) => {
    const request = indexedDB.deleteDatabase(name);
    request.onsuccess = () => resolve();
    request.onerror = () => resolve();
    // Another window has it open; it goes when that window does.
    request.onblocked = () => resolve();
  });
}
