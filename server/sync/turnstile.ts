export interface TurnstileOptions {
  /** How long it may work in one turn of the loop; 0: one piece of work a turn. */
  sliceMs: number;
  /** How many pieces of work may be under way at the same time, where they wait for something. */
  atOnce?: number;
  onError(error: unknown): void;
}

/**
 * Lets work in one after the other, a little each turn of the loop, so that a crowd at the door never keeps those
 * waiting who are inside.
 */
export class Turnstile {
  #waiting: (() => unknown)[] = [];
  #underWay = 0;
  #isScheduled = false;
  readonly #options: TurnstileOptions;

  constructor(options: TurnstileOptions) {
    this.#options = options;
  }

  get length(): number {
    return this.#waiting.length;
  }

  enter(work: () => unknown): void {
    this.#waiting.push(work);
    this.#schedule();
  }

  /** Resolves with what the work gives, once it has had its turn. */
  pass<T>(work: () => Promise<T> | T): Promise<T> {
    return new Promise((resolve, reject) => {
      this.enter(() => Promise.resolve().then(work).then(resolve, reject));
    });
  }

  #schedule(): void {
    const { atOnce = Number.POSITIVE_INFINITY } = this.#options;
    if (this.#isScheduled || this.#waiting.length === 0 || this.#underWay >= atOnce) return;
    this.#isScheduled = true;
    setImmediate(() => this.#turn());
  }

  #turn(): void {
    this.#isScheduled = false;
    const { sliceMs, atOnce = Number.POSITIVE_INFINITY } = this.#options;
    const end = performance.now() + sliceMs;
    do {
      const work = this.#waiting.shift();
      if (!work) return;
      this.#do(work);
    } while (this.#underWay < atOnce && performance.now() < end);
    this.#schedule();
  }

  #do(work: () => unknown): void {
    try {
      const result = work();
      if (!(result instanceof Promise)) return;
      this.#underWay++;
      void result.catch(this.#options.onError).finally(() => {
        this.#underWay--;
        this.#schedule();
      });
    } catch (error) {
      this.#options.onError(error);
    }
  }
}
