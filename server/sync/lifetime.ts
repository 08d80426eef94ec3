import type { Channel } from './channel';

interface LifetimeOptions {
  channel: Channel;
  /** How long a closing handshake may take. */
  closeMs: number;
  /** Once, when either side closes. */
  onLeft(code: number, reason: string): void;
}

/** From opening to closing of one connection, whoever closes it: everyone else hears of it once, and at once. */
export class Lifetime {
  readonly #options: LifetimeOptions;
  #isClosed = false;
  #isAlive = true;
  #whenGone: (() => void) | null = null;

  constructor(options: LifetimeOptions) {
    this.#options = options;
  }

  get isClosed(): boolean {
    return this.#isClosed;
  }

  /** The client has given a sign of life. */
  heard(): void {
    this.#isAlive = true;
  }

  /** Asks for a sign of life; ends a connection that has given none since the last time. False: it is dead. */
  probe(): boolean {
    const { channel } = this.#options;
    if (!this.#isAlive) {
      this.#left(1006, 'no sign of life');
      channel.terminate();
      return false;
    }
    this.#isAlive = false;
    channel.ping();
    return true;
  }

  close(code: number, reason: string): void {
    if (this.#isClosed) return;
    const { channel, closeMs } = this.#options;
    this.#left(code, reason);
    channel.close(code, reason);
    setTimeout(() => channel.terminate(), closeMs).unref();
  }

  /** Closes after what has already been sent, and resolves when the channel is gone. */
  closeAndWait(code: number, reason: string): Promise<void> {
    return new Promise((resolve) => {
      if (this.#options.channel.isGone) return resolve();
      this.#whenGone = resolve;
      this.close(code, reason);
    });
  }

  /** The channel is gone. */
  gone(code: number, reason: string): void {
    this.#left(code, reason);
    this.#whenGone?.();
  }

  #left(code: number, reason: string): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    this.#options.onLeft(code, reason);
  }
}
