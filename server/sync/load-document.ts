import { isDamaged } from './damaged';
import type { StoredDocument, SyncStorage } from './types';

/**
 * Loads a document from the newest snapshot that can be read; else from the one before, else from the whole log.
 * `open` makes of what is stored what the caller needs. Null when there is none; throws `DocumentDamaged`.
 */
export async function loadDocument<Opened>({
  storage,
  documentId,
  open,
}: {
  storage: Pick<SyncStorage, 'load'>;
  documentId: string;
  open: (stored: StoredDocument) => Promise<Opened> | Opened;
}): Promise<{ stored: StoredDocument; opened: Opened } | null> {
  for (const distrust: number[] = []; ; ) {
    const stored = await storage.load(documentId, { distrust });
    if (!stored) return null;
    try {
      return { stored, opened: await open(stored) };
    } catch (error) {
      if (!isDamaged(error) || !stored.snapshot) throw error;
      distrust.push(stored.snapshot.uptoSeq);
    }
  }
}
