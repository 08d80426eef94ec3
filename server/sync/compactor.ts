import type { Worker } from 'node:worker_threads';
import { DocumentDamaged } from './damaged';
import { startWorker } from './start-worker';
import type { LogRow, Segment, StoredDocument } from './types';

export interface Compacted {
  state: Uint8Array;
  stateVector: Uint8Array;
  hash: string;
  /** Seqs of updates that Yjs throws at. */
  leftOut: number[];
}

export type CompactorQuestion =
  | ({ task: 'compact' } & Pick<StoredDocument, 'snapshot' | 'updates' | 'seq'>)
  | { task: 'pack'; rows: LogRow[] };

export interface CompactorAnswer {
  compacted?: Compacted;
  segment?: Segment;
  error?: Error;
}

/** From here on copying bytes takes longer than handing them over. */
const handedOverBytes = 16_384;

type Waiting = { done(answer: CompactorAnswer): void; fail(error: Error): void };

/** Merges and packs logs in a thread of its own, so that a long history never holds up the loop. */
export class Compactor {
  #worker: Worker | null = null;
  #waiting = new Map<number, Waiting>();
  #lastId = 0;
  readonly #startWorker: () => Worker;

  constructor(start = startCompaction) {
    this.#startWorker = start;
  }

  /**
   * Merges snapshot and log into one state. Throws `DocumentDamaged`, as building the document would. `mayTake`: the
   * bytes serve nobody afterwards, so that large ones can be handed over in place of being copied.
   */
  async compact({ snapshot, updates, seq }: StoredDocument, { mayTake = false } = {}): Promise<Compacted> {
    const taken = mayTake ? buffersOf(snapshot ? [snapshot.state, ...updates] : updates) : [];
    const { compacted } = await this.#ask({ task: 'compact', snapshot, updates, seq }, taken);
    return compacted as Compacted;
  }

  async pack(rows: LogRow[]): Promise<Segment> {
    const { segment } = await this.#ask({ task: 'pack', rows });
    return segment as Segment;
  }

  async stop(): Promise<void> {
    await this.#worker?.terminate();
  }

  #ask(question: CompactorQuestion, taken: ArrayBuffer[] = []): Promise<CompactorAnswer> {
    this.#worker ??= this.#start();
    const worker = this.#worker;
    const id = ++this.#lastId;
    worker.ref();
    return new Promise((done, fail) => {
      this.#waiting.set(id, { done, fail });
      worker.postMessage({ id, ...question }, taken);
    });
  }

  #start(): Worker {
    const worker = this.#startWorker();
    worker.on('message', ({ id, ...answer }: CompactorAnswer & { id: number }) => {
      const waiting = this.#waiting.get(id);
      this.#waiting.delete(id);
      if (this.#waiting.size === 0) worker.unref();
      if (answer.error) waiting?.fail(asThrown(answer.error));
      else waiting?.done(answer);
    });
    worker.on('error', (error) => this.#lost(worker, error));
    worker.on('exit', () => this.#lost(worker, new Error('compaction stopped')));
    return worker;
  }

  /** The next call starts another worker. One that fails is lost twice, and by then the next may be at work. */
  #lost(worker: Worker, error: Error): void {
    if (this.#worker !== worker) return;
    this.#worker = null;
    for (const { fail } of this.#waiting.values()) fail(error);
    this.#waiting.clear();
  }
}

function buffersOf(pieces: Uint8Array[]): ArrayBuffer[] {
  const whole = pieces.filter(({ byteLength, buffer }) => byteLength === buffer.byteLength);
  return whole
    .filter(({ byteLength }) => byteLength >= handedOverBytes)
    .map(({ buffer }) => buffer as ArrayBuffer);
}

function startCompaction(): Worker {
  return startWorker(
    new URL('./compaction.worker.ts', import.meta.url),
    'build/node/sync/compaction.worker.mjs',
  );
}

/** An error that has crossed from the thread keeps its words only. */
function asThrown(error: Error): Error {
  const damage = /^the document is damaged: (gap|segment|unreadable)$/.exec(error.message)?.[1];
  return damage ? new DocumentDamaged(damage as DocumentDamaged['damage'], error) : error;
}
