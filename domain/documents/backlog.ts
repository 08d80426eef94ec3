/** The bytes of a stream that the other side has not acknowledged yet, by their offset in it. */
export class Backlog {
  #pieces: Uint8Array[] = [];
  #start = 0;
  #end = 0;

  /** All before it has been acknowledged. */
  get start(): number {
    return this.#start;
  }

  get end(): number {
    return this.#end;
  }

  append(piece: Uint8Array): void {
    this.#pieces.push(piece);
    this.#end += piece.length;
  }

  holds(offset: number): boolean {
    return offset >= this.#start && offset <= this.#end;
  }

  /** Forgets what came before the offset. An offset that is not held changes nothing. */
  release(offset: number): void {
    if (!this.holds(offset)) return;
    let count = 0;
    for (const piece of this.#pieces) {
      if (this.#start + piece.length > offset) break;
      this.#start += piece.length;
      count++;
    }
    this.#pieces.splice(0, count);
    const [first] = this.#pieces;
    if (!first || this.#start === offset) return;
    this.#pieces[0] = first.subarray(offset - this.#start);
    this.#start = offset;
  }

  /** The pieces from the offset on, up to about `maxBytes`; the first may be part of one. */
  from(offset: number, maxBytes: number): Uint8Array[] {
    const pieces: Uint8Array[] = [];
    let at = this.#start;
    let bytes = 0;
    for (const piece of this.#pieces) {
      const skip = Math.max(0, offset - at);
      at += piece.length;
      if (skip >= piece.length) continue;
      const part = piece.subarray(skip, skip + maxBytes - bytes);
      pieces.push(part);
      bytes += part.length;
      if (bytes >= maxBytes) break;
    }
    return pieces;
  }
}
