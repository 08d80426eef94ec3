/** Someone who is owed a receipt. */
interface Owed {
  sendReceipt(): void;
}

/**
 * Receipts wait for a frame that goes to the same client anyway and share its packet; after `waitMs` they go alone. One
 * timer serves all clients.
 */
export class LateReceipts {
  readonly #waitMs: number;
  /** Until when each may wait, the soonest first. */
  readonly #due = new Map<Owed, number>();
  #timer: NodeJS.Timeout | null = null;

  constructor(waitMs: number) {
    this.#waitMs = waitMs;
  }

  add(owed: Owed): void {
    if (this.#due.has(owed)) return;
    this.#due.set(owed, performance.now() + this.#waitMs);
    if (!this.#timer) this.#plan(this.#waitMs);
  }

  delete(owed: Owed): void {
    this.#due.delete(owed);
  }

  #plan(ms: number): void {
    this.#timer = setTimeout(() => this.#sendDue(), ms).unref();
  }

  #sendDue(): void {
    this.#timer = null;
    const now = performance.now();
    for (const [owed, at] of this.#due) {
      if (at > now) {
        this.#plan(at - now);
        return;
      }
      this.#due.delete(owed);
      owed.sendReceipt();
    }
  }
}
