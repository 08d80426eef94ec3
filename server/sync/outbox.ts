import * as Y from 'yjs';
import type { Channel } from './channel';
import { step2Frame, updateFrame } from './frames';

/**
 * What goes out to one client. A client that takes less than it is sent gets no more updates until it has drained,
 * and then one diff for all that it missed; so a slow reader costs one document of memory, not its whole backlog.
 */
export class Outbox {
  readonly #channel: Channel;
  readonly #doc: Y.Doc;
  readonly #congestedBytes: number;
  /** The state of the document before the first update that was left out. */
  #behindSince: Uint8Array | null = null;
  /** What the client asked for ("this is what I have") while it could take no more. */
  #owed: Uint8Array | null = null;
  #stuckAt: number | null = null;

  constructor({ channel, doc, congestedBytes }: { channel: Channel; doc: Y.Doc; congestedBytes: number }) {
    this.#channel = channel;
    this.#doc = doc;
    this.#congestedBytes = congestedBytes;
  }

  get isBehind(): boolean {
    return this.#behindSince !== null;
  }

  isCongested(): boolean {
    return this.isBehind || this.#channel.bufferedAmount > this.#congestedBytes;
  }

  send(frame: Uint8Array): void {
    if (this.#channel.isOpen) this.#channel.send(frame);
  }

  fallBehind(stateVector: Uint8Array): void {
    this.#behindSince ??= stateVector;
  }

  /** Answers "this is what I have"; gives the bytes of the answer, 0 when it has to wait. */
  answer(stateVector: Uint8Array): number {
    if (this.isCongested()) {
      this.#owed = stateVector;
      return 0;
    }
    const diff = Y.encodeStateAsUpdate(this.#doc, stateVector);
    this.send(step2Frame(diff));
    return diff.length;
  }

  /** True when nothing of what waits has been taken since the last time this was asked. */
  isStuck(): boolean {
    const waiting = this.#channel.bufferedAmount;
    const isStuck = this.#stuckAt !== null && waiting >= this.#stuckAt;
    this.#stuckAt = waiting > this.#congestedBytes ? waiting : null;
    return isStuck && this.#stuckAt !== null;
  }

  /** Some of what was sent has gone out: makes up for what was left out, once enough has. */
  drained(): void {
    if (this.#behindSince || this.#owed) this.#makeUp();
  }

  #makeUp(): void {
    if (this.#channel.bufferedAmount > this.#congestedBytes / 2) return;
    const [behind, owed] = [this.#behindSince, this.#owed];
    this.#behindSince = null;
    this.#owed = null;
    if (owed) this.send(step2Frame(Y.encodeStateAsUpdate(this.#doc, owed)));
    else if (behind) this.send(updateFrame(Y.encodeStateAsUpdate(this.#doc, behind)));
  }
}
