import type { Doc } from 'yjs';
import { buildDoc } from './build-doc';
import { isDamaged } from './damaged';
import type { StoredDocument, SyncStorage } from './types';

export interface LoadedDocument {
  stored: StoredDocument;
  doc: Doc;
  /** Seqs of updates that Yjs throws at. */
  leftOut: number[];
}

/**
 * Loads a document from the newest snapshot that can be read; else from the one before, else from the whole log.
 * `prepare` may shorten what is stored. Null when there is none; throws `DocumentDamaged`.
 */
export async function loadDocument({
  storage,
  documentId,
  prepare = async (stored) => stored,
}: {
  storage: Pick<SyncStorage, 'load'>;
  documentId: string;
  prepare?: (stored: StoredDocument) => Promise<StoredDocument>;
}): Promise<LoadedDocument | null> {
  for (const distrust: number[] = []; ; ) {
    const stored = await storage.load(documentId, { distrust });
    if (!stored) return null;
    try {
      return { stored, ...buildDoc(await prepare(stored)) };
    } catch (error) {
      if (!isDamaged(error) || !stored.snapshot) throw error;
      distrust.push(stored.snapshot.uptoSeq);
    }
  }
}
