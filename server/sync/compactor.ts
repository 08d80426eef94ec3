import { resolve } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { StoredDocument } from './types';

interface Answer {
  id: number;
  state?: Uint8Array;
  error?: string;
}

type Waiting = { done(state: Uint8Array): void; fail(error: Error): void };

/** Merges snapshot and log into one state in a thread of its own, so that a long history never holds up the loop. */
export class Compactor {
  #worker: Worker | null = null;
  #waiting = new Map<number, Waiting>();
  #lastId = 0;

  compact({ snapshot, updates }: Pick<StoredDocument, 'snapshot' | 'updates'>): Promise<Uint8Array> {
    const parts = snapshot ? [snapshot.state, ...updates] : updates;
    this.#worker ??= this.#start();
    const worker = this.#worker;
    const id = ++this.#lastId;
    worker.ref();
    return new Promise((done, fail) => {
      this.#waiting.set(id, { done, fail });
      worker.postMessage({ id, parts });
    });
  }

  async stop(): Promise<void> {
    await this.#worker?.terminate();
  }

  #start(): Worker {
    const worker = new Worker(resolve('server/sync/compaction-worker.mjs'));
    worker.on('message', ({ id, state, error }: Answer) => {
      const waiting = this.#waiting.get(id);
      this.#waiting.delete(id);
      if (this.#waiting.size === 0) worker.unref();
      if (state) waiting?.done(state);
      else waiting?.fail(new Error(error));
    });
    worker.on('error', (error) => this.#lost(error));
    worker.on('exit', () => this.#lost(new Error('compaction stopped')));
    return worker;
  }

  /** The next call starts another worker. */
  #lost(error: Error): void {
    this.#worker = null;
    for (const { fail } of this.#waiting.values()) fail(error);
    this.#waiting.clear();
  }
}
