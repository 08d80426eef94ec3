import type { WebSocket } from 'ws';
import * as Y from 'yjs';
import { syncFrame, type Target } from './target';

export interface Delays {
  p50: number;
  p99: number;
  max: number;
  /** Edits that did not arrive within a while after the last was sent. */
  missing: number;
}

const everyMs = 20;
const patienceMs = 10_000;

/** Two honest people in one document: one writes a letter every 20 ms, the other sees it after so long. */
export class HonestPair {
  readonly #writer: WebSocket;
  readonly #reader: WebSocket;
  readonly #field: string;
  readonly #sentAt: number[] = [];
  readonly #delays: number[] = [];
  #timer: NodeJS.Timeout | null = null;

  private constructor({ writer, reader, field }: { writer: WebSocket; reader: WebSocket; field: string }) {
    this.#writer = writer;
    this.#reader = reader;
    this.#field = field;
    const seen = new Y.Doc();
    reader.on('message', (frame: Buffer) => {
      if (frame[0] !== 0 || frame[1] === 0) return;
      Y.applyUpdate(seen, payloadOf(frame));
      const now = performance.now();
      for (let i = this.#delays.length; i < seen.getText(field).length; i++) {
        this.#delays.push(now - (this.#sentAt[i] ?? now));
      }
    });
    reader.send(syncFrame(0, Y.encodeStateVector(new Y.Doc())));
  }

  /** The field is theirs alone. */
  static async enter(
    target: Pick<Target, 'open'>,
    documentId: string,
    field = 'honest',
  ): Promise<HonestPair> {
    const writer = await target.open('writer', documentId);
    const reader = await target.open('reader', documentId);
    return new HonestPair({ writer, reader, field });
  }

  start(): void {
    const doc = new Y.Doc();
    doc.on('update', (update: Uint8Array) => this.#writer.send(syncFrame(2, update)));
    this.#timer = setInterval(() => {
      this.#sentAt.push(performance.now());
      doc.getText(this.#field).insert(this.#sentAt.length - 1, 'x');
    }, everyMs);
  }

  leave(): void {
    this.#writer.terminate();
    this.#reader.terminate();
  }

  async stop(): Promise<Delays> {
    if (this.#timer) clearInterval(this.#timer);
    const deadline = performance.now() + patienceMs;
    while (this.#delays.length < this.#sentAt.length && performance.now() < deadline) {
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    const sorted = [...this.#delays].sort((a, b) => a - b);
    const at = (share: number) =>
      sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
    return { p50: at(0.5), p99: at(0.99), max: at(1), missing: this.#sentAt.length - this.#delays.length };
  }
}

/** What follows type, step and a length in groups of seven bits. */
function payloadOf(frame: Buffer): Uint8Array {
  let start = 2;
  while ((frame[start] as number) & 128) start++;
  return Uint8Array.from(frame.subarray(start + 1));
}
