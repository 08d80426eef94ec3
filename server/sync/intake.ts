import { closeCode } from '#domain/documents/protocol';
import { durableFrame, step1Frame } from './frames';
import type { SyncLimits } from './limits';
import type { Meter } from './meter';
import { Receipts } from './receipts';
import type { Peer, Room, Submitted } from './room';
import { salvage } from './salvage';
import type { UpdateAuthor } from './types';

export interface IntakeOptions {
  room: Room;
  peer: Peer;
  /** As of now: a person may come to act for another institution. */
  author(): UpdateAuthor;
  wantsAck: boolean;
  limits: Pick<SyncLimits, 'resyncsPerMinute' | 'maxDocumentBytes'>;
  send(frame: Uint8Array): void;
  onAccepted(): void;
  meter: Meter;
  onMalformed(): void;
}

const minuteMs = 60_000;

/** A connection's edits on their way into the room, with their receipts, and what to do when pieces are missing. */
export class Intake {
  readonly #options: IntakeOptions;
  readonly #receipts = new Receipts();
  #awaitsStep2 = false;
  #resyncs: number[] = [];
  #isTelling = false;

  constructor(options: IntakeOptions) {
    this.#options = options;
  }

  /** Asks the client for everything that it has and we do not. */
  askForAll(): void {
    this.#awaitsStep2 = true;
    this.#options.send(step1Frame(this.#options.room.content.stateVector()));
  }

  /** Takes a document frame's update; `carriesAll` for a "step 2", which holds all that the client has. */
  take(bytes: Uint8Array, { carriesAll }: { carriesAll: boolean }): void {
    const { peer } = this.#options;
    const frame = this.#receipts.receive();
    if (carriesAll) this.#awaitsStep2 = false;
    const result = this.#submit(bytes, () => this.#receipts.accepted(frame, { carriesAll }));
    if (result === 'malformed') this.#options.onMalformed();
    if (result === 'gap') this.#dropped(frame, carriesAll ? bytes : null);
    if (result === 'full') peer.close(closeCode.tooLarge, 'document full');
    if (result === 'too_much') peer.close(closeCode.tooMuch, 'too much at once');
  }

  /** A document frame of someone who may not write has come. It counts, or later receipts would name other frames. */
  refuse(): void {
    this.#receipts.dropped(this.#receipts.receive());
  }

  /** What was queued was taken back with the right to write. */
  withdrawn(): void {
    this.#receipts.withdrawn();
  }

  /** `vouch` is asked once, on acceptance: for how many frames the disk then stands. */
  #submit(bytes: Uint8Array, vouch: () => number): Submitted {
    const { room, peer, author, limits, onAccepted } = this.#options;
    let vouched: number | null = null;
    const result = room.submit({
      bytes,
      author: author(),
      peer,
      maxDocumentBytes: limits.maxDocumentBytes,
      onDurable: ({ seq }) => {
        // Called before acceptance is known below, when the bytes bring nothing new.
        this.#receipts.durable(vouched ?? vouch());
        this.#tell(seq);
      },
      onFailed: () => peer.close(closeCode.tryAgain, 'not written'),
    });
    if (result === 'accepted') {
      vouched = vouch();
      onAccepted();
    }
    return result;
  }

  /** Something before this frame is missing here. It is not kept; the client is asked for all that it has. */
  #dropped(frame: number, all: Uint8Array | null): void {
    const { room, peer, limits, meter } = this.#options;
    meter.counts.gaps++;
    this.#receipts.dropped(frame);
    if (this.#awaitsStep2) return;
    const now = performance.now();
    this.#resyncs = [...this.#resyncs.filter((at) => now - at < minuteMs), now];
    if (this.#resyncs.length > limits.resyncsPerMinute) {
      peer.close(closeCode.tryAgain, 'out of step');
    } else if (all) {
      // The client itself lacks something. What stands on firm ground is saved; the rest can stand nowhere.
      const firm = salvage(room.doc, all);
      if (firm) this.#submit(firm, () => 0);
    } else {
      meter.counts.resyncs++;
      this.askForAll();
    }
  }

  /** One message for all frames that became durable in this turn. */
  #tell(seq: number): void {
    if (!this.#options.wantsAck || this.#isTelling) return;
    this.#isTelling = true;
    queueMicrotask(() => {
      this.#isTelling = false;
      const count = this.#receipts.next();
      if (count !== null) this.#options.send(durableFrame(count, seq));
    });
  }
}
