import type { Channel } from './channel';
import type { Content } from './content';
import type { Joins } from './joins';

export interface OutboxOptions {
  channel: Channel;
  content: Content;
  joins: Joins;
  congestedBytes: number;
  onSent(bytes: number): void;
  /** Bytes of an answer that the client asked for. */
  onAnswered(bytes: number): void;
}

/**
 * What goes out to one client. A client that takes less than it is sent gets no more updates until it has drained,
 * and then one diff for all that it missed; so a slow reader costs one document of memory, not its whole backlog.
 */
export class Outbox {
  readonly #options: OutboxOptions;
  /** The state of the document before the first update that was left out. */
  #behindSince: Uint8Array | null = null;
  /** What the client says that it has, until it has been answered. */
  #owed: Uint8Array | null = null;
  #isQueued = false;
  #ownBytes = 0;
  #stuckAt: number | null = null;

  constructor(options: OutboxOptions) {
    this.#options = options;
  }

  /** Updates are left out: what it is about to get will contain them. */
  get isBehind(): boolean {
    return this.#behindSince !== null || this.#owed !== null;
  }

  isCongested(): boolean {
    return this.isBehind || this.isFull();
  }

  /** More than enough waits for the client to take it. */
  isFull(): boolean {
    return this.#options.channel.bufferedAmount > this.#options.congestedBytes;
  }

  send(frame: Uint8Array): void {
    if (!this.#options.channel.isOpen) return;
    this.#options.channel.send(frame);
    this.#options.onSent(frame.length);
  }

  fallBehind(stateVector: Uint8Array): void {
    this.#behindSince ??= stateVector;
  }

  /** Answers "this is what I have" when its turn comes; who asks again meanwhile is answered once. */
  answer(stateVector: Uint8Array): void {
    this.#owed = stateVector;
    this.#queueUp();
  }

  /** True when nothing of what waits has been taken since the last time this was asked. */
  isStuck(): boolean {
    const waiting = this.#options.channel.bufferedAmount;
    const isStuck = this.#stuckAt !== null && waiting >= this.#stuckAt;
    this.#stuckAt = waiting > this.#options.congestedBytes ? waiting : null;
    return isStuck && this.#stuckAt !== null;
  }

  /** Some of what was sent has gone out: makes up for what was left out, once enough has. */
  drained(): void {
    if (this.#ownBytes > 0 && this.#isRoomy()) this.#giveBack();
    if (this.isBehind) this.#queueUp();
  }

  closed(): void {
    this.#giveBack();
  }

  #isRoomy(): boolean {
    return this.#options.channel.bufferedAmount <= this.#options.congestedBytes / 2;
  }

  #queueUp(): void {
    if (this.#isQueued || !this.#isRoomy()) return;
    this.#isQueued = true;
    this.#options.joins.enter(() => {
      this.#isQueued = false;
      this.#makeUp();
    });
  }

  #makeUp(): void {
    const { channel, content, joins, onAnswered } = this.#options;
    if (!channel.isOpen || !this.#isRoomy()) return;
    const [behind, owed] = [this.#behindSince, this.#owed];
    const from = owed ?? behind;
    if (!from) return;
    this.#behindSince = null;
    this.#owed = null;
    const { frames, ownBytes } = joins.framesFor(content, from, owed ? 'answer' : 'update');
    this.#ownBytes += ownBytes;
    joins.ownBytes += ownBytes;
    for (const frame of frames) this.send(frame);
    if (owed) onAnswered(frames.reduce((sum, { length }) => sum + length, 0));
  }

  #giveBack(): void {
    this.#options.joins.ownBytes -= this.#ownBytes;
    this.#ownBytes = 0;
  }
}
