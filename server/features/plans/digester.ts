import { isDomainError } from '#domain/errors';
import type { PlanId } from '#domain/ids';
import { digestPlan } from './digests';
import type { Dependencies } from './types';

const checkEveryMs = 5_000;

/** Watches for bursts of edits that have come to an end. */
export class Digester {
  readonly #tools: Dependencies;
  readonly #planOf: (documentId: string) => Promise<PlanId | null>;
  readonly #edited = new Set<string>();
  #timer: NodeJS.Timeout | null = null;
  #unsubscribe: (() => void) | null = null;
  #underWay: Promise<void> = Promise.resolve();

  constructor(tools: Dependencies, planOf: (documentId: string) => Promise<PlanId | null>) {
    this.#tools = tools;
    this.#planOf = planOf;
  }

  async start(): Promise<void> {
    this.#unsubscribe = this.#tools.documents.onCommitted(({ documentId }) => this.#edited.add(documentId));
    // Bursts that were under way when the server stopped.
    const { plans } = this.#tools.db.tables;
    const all = await this.#tools.db.read.select({ documentId: plans.documentId }).from(plans);
    for (const { documentId } of all) this.#edited.add(documentId);
    this.#timer = setInterval(() => void this.digest(), checkEveryMs);
    this.#timer.unref();
  }

  /** Tells of every burst that is due by now. */
  digest(): Promise<void> {
    this.#underWay = this.#underWay.then(async () => {
      for (const documentId of [...this.#edited]) await this.#digestOne(documentId);
    });
    return this.#underWay;
  }

  async stop(): Promise<void> {
    this.#unsubscribe?.();
    if (this.#timer) clearInterval(this.#timer);
    await this.#underWay;
  }

  async #digestOne(documentId: string): Promise<void> {
    this.#edited.delete(documentId);
    try {
      const planId = await this.#planOf(documentId);
      const state = planId ? await digestPlan(this.#tools, planId) : 'done';
      if (state === 'waiting') this.#edited.add(documentId);
    } catch (error) {
      // Once it is repaired, the next start or the next edit tells of what waits.
      if (isDomainError(error) && error.code === 'document_damaged') return;
      this.#edited.add(documentId);
      this.#tools.onError(error, 'activity digest');
    }
  }
}
