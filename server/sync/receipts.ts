/**
 * Which of a connection's document frames are on disk. Frames are acknowledged in order and together: n stands for
 * the content of frames 1..n. A frame that was dropped because something before it was missing holds the count back
 * until a "step 2", which carries all that the client has, has been accepted.
 */
export class Receipts {
  #received = 0;
  #durable = 0;
  #told = 0;
  /** The first frame that was dropped and has not been made good. */
  #gap: number | null = null;

  /** A document frame has come. Gives its number. */
  receive(): number {
    this.#received++;
    return this.#received;
  }

  dropped(frame: number): void {
    this.#gap ??= frame;
  }

  /** What had been accepted and was not yet on its way to the disk was taken back: it counts as dropped. */
  withdrawn(): void {
    this.#gap ??= this.#durable + 1;
  }

  /** The frame was accepted: gives what may be told once it is on disk. */
  accepted(frame: number, { carriesAll }: { carriesAll: boolean }): number {
    if (carriesAll) this.#gap = null;
    return this.#gap === null ? frame : this.#gap - 1;
  }

  durable(upTo: number): void {
    this.#durable = Math.max(this.#durable, upTo);
  }

  /** What to tell the client now, or null when it knows already. */
  next(): number | null {
    if (this.#durable === this.#told) return null;
    this.#told = this.#durable;
    return this.#told;
  }
}
