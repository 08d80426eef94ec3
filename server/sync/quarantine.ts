import { type DocumentDamaged, isDamaged } from './damaged';
import type { SyncLimits } from './limits';
import type { SyncLogger } from './types';

/** Keeps documents that cannot be loaded from being read again at every knock. Tries each anew after a while. */
export class Quarantine {
  readonly #held = new Map<string, { damage: DocumentDamaged; until: number }>();
  readonly #options: { limits: SyncLimits; log: SyncLogger };

  constructor(options: { limits: SyncLimits; log: SyncLogger }) {
    this.#options = options;
  }

  /** Documents that could not be loaded when they were last asked for. */
  get size(): number {
    return this.#held.size;
  }

  /** Loads, or throws what the last try threw. */
  async guard<T>(documentId: string, load: () => Promise<T>): Promise<T> {
    const held = this.#held.get(documentId);
    if (held && performance.now() < held.until) throw held.damage;
    try {
      const loaded = await load();
      this.#held.delete(documentId);
      return loaded;
    } catch (error) {
      if (isDamaged(error)) this.#hold(documentId, error);
      throw error;
    }
  }

  #hold(documentId: string, damage: DocumentDamaged): void {
    const { limits, log } = this.#options;
    if (!this.#held.has(documentId))
      log.error({ err: damage, document: documentId }, 'a document cannot be loaded: run the doctor');
    this.#held.set(documentId, { damage, until: performance.now() + limits.quarantineMs });
  }
}
