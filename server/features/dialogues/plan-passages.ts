import { createHash } from 'node:crypto';
import { isDomainError } from '#domain/errors';
import type { DocumentId } from '#domain/ids';
import { type Passage, passagesOf, planRoots } from '#domain/plans';
import type { DialogueDocuments } from './types';

export interface PassagesNow {
  epoch: number;
  seq: number;
  passages: readonly (Passage & { hash: string })[];
}

/** Plans whose passages are kept until their text changes: every page of a sitting asks for them. */
const keptPlans = 20;

/** The passages of a plan's text as it reads now, with the SHA-256 of each. Throws `document_damaged`. */
export function passageReader(documents: Pick<DialogueDocuments, 'view'>) {
  const kept = new Map<DocumentId, PassagesNow>();

  return async function readPassages(documentId: DocumentId): Promise<PassagesNow> {
    const known = kept.get(documentId);
    const now = await documents.view(documentId, (doc, { epoch, seq }) =>
      known?.epoch === epoch && known.seq === seq
        ? known
        : { epoch, seq, passages: passagesOf(planRoots(doc).narrative).map(withHash) },
    );
    kept.delete(documentId);
    kept.set(documentId, now);
    const [oldest] = kept.keys();
    if (kept.size > keptPlans && oldest) kept.delete(oldest);
    return now;
  };
}

/** The same; null where the text cannot be read: what else there is to show does not wait for its repair. */
export async function unlessDamaged(reading: Promise<PassagesNow>): Promise<PassagesNow | null> {
  try {
    return await reading;
  } catch (error) {
    if (isDomainError(error) && error.code === 'document_damaged') return null;
    throw error;
  }
}

function withHash(passage: Passage) {
  return { ...passage, hash: hashOf(passage.text) };
}

export function hashOf(quote: string): string {
  return createHash('sha256').update(quote).digest('hex');
}
