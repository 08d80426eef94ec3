const prefix = 'concord:';
const unsavedSuffix = ':unsaved';
const forgetKey = 'concord-forget';

/** How many edits of an account are only on this device, over all documents. See connection.ts for the names. */
export function unsavedOnDevice(accountId: string): number {
  return keysOf(accountId)
    .filter((key) => key.endsWith(unsavedSuffix))
    .reduce((sum, key) => sum + (Number(localStorage.getItem(key)) || 0), 0);
}

/** Has an account's documents taken off this device when the next page opens, since this one still uses them. */
export function forgetCopiesLater(accountId: string): void {
  try {
    localStorage.setItem(forgetKey, accountId);
  } catch {
    // Storage is switched off in this browser: nothing was kept.
  }
}

/** Takes the documents off this device that were marked so; other accounts' stay. */
export async function forgetMarkedCopies(): Promise<void> {
  const accountId = readMark();
  if (!accountId) return;
  for (const key of keysOf(accountId)) localStorage.removeItem(key);
  const databases = await indexedDB.databases();
  await Promise.all(databases.filter(({ name }) => name?.startsWith(prefix + accountId)).map(deleteDatabase));
  localStorage.removeItem(forgetKey);
}

function readMark(): string | null {
  try {
    return localStorage.getItem(forgetKey);
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

function deleteDatabase({ name }: IDBDatabaseInfo): Promise<void> {
  return new Promise((resolve) => {
    if (!name) return resolve();
    const request = indexedDB.deleteDatabase(name);
    request.onsuccess = () => resolve();
    request.onerror = () => resolve();
    // Another window has it open; it goes when that window does.
    request.onblocked = () => resolve();
  });
}
