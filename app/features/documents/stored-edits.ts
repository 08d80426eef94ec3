import type { IndexeddbPersistence } from 'y-indexeddb';

/** The store in which y-indexeddb writes each edit, in a transaction of its own. */
const updates = 'updates';

/**
 * Resolves once this browser has on its disk what was edited until now, with false where it has no store. Transactions
 * on one store run in the order in which they were begun, so a look at it waits for all that were to write.
 */
export function whenStored({ db }: IndexeddbPersistence): Promise<boolean> {
  return new Promise((resolve) => {
    if (!db) return resolve(false);
    try {
      const look = db.transaction([updates], 'readonly').objectStore(updates).count();
      look.onsuccess = () => resolve(true);
      look.onerror = () => resolve(false);
    } catch {
      // It was closed meanwhile.
      resolve(false);
    }
  });
}
