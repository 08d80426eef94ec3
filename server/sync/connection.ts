import * as decoding from 'lib0/decoding';
import * as Y from 'yjs';
import { addressParameter, closeCode, messageType, syncStep } from '#domain/documents/protocol';
import type { Budget } from './budgets';
import type { Channel, ChannelEvents } from './channel';
import type { Ending } from './closes';
import { readOnlyFrame } from './frames';
import { Intake } from './intake';
import type { Joins } from './joins';
import type { SyncLimits } from './limits';
import type { Meter } from './meter';
import { Outbox } from './outbox';
import type { Present } from './presence';
import { Reading } from './reading';
import type { Peer, Room } from './room';
import type { Grant } from './types';

/** What a connection needs from the engine around it. */
export interface Surroundings {
  limits: SyncLimits;
  joins: Joins;
  scheduleCommit(room: Room): void;
  schedulePresence(room: Room): void;
  meter: Meter;
  onClosed(connection: Connection, ending: Ending): void;
}

interface ConnectionOptions {
  channel: Channel;
  room: Room;
  grant: Grant;
  cookie: string;
  /** Where they come from, as limits by address count it. */
  network: string;
  budget: Budget;
  parameters: URLSearchParams;
  around: Surroundings;
}

/** One client in one room, under one grant. Speaks the stock protocol; lives from joining to closing. */
export class Connection implements Peer, Present, ChannelEvents {
  grant: Grant;
  clientId: number | null;
  /** When its rights were last looked up, on the monotonic clock. */
  checkedAt = performance.now();
  /** How often it was suspended: an answer to a look-up from before the last time does not count. */
  suspensions = 0;
  readonly room: Room;
  readonly cookie: string;
  readonly #network: string;
  readonly #channel: Channel;
  readonly #reading: Reading;
  readonly #outbox: Outbox;
  readonly #around: Surroundings;
  readonly #intake: Intake;
  readonly #budget: Budget;
  /** Frames that wait while rights are being looked up; null: none are held. */
  #held: Uint8Array[] | null = null;
  #isClosed = false;
  #isAlive = true;
  #wasRefused = false;
  #whenGone: (() => void) | null = null;
  #bytesIn = 0;
  #bytesOut = 0;
  readonly #openedAt = performance.now();

  constructor({ channel, room, grant, cookie, network, budget, parameters, around }: ConnectionOptions) {
    const { congestedBytes } = around.limits;
    const clientId = Number(parameters.get(addressParameter.client));
    this.room = room;
    this.grant = grant;
    this.cookie = cookie;
    this.#network = network;
    this.clientId = clientId > 0 ? clientId : null;
    this.#channel = channel;
    this.#reading = new Reading(channel);
    this.#outbox = new Outbox({
      channel,
      doc: room.doc,
      joins: around.joins,
      onSent: (bytes) => this.#sent(bytes),
      congestedBytes,
      onAnswered: (bytes) => this.#spend(bytes / 4096),
    });
    this.#around = around;
    this.#budget = budget;
    this.#intake = new Intake({
      room,
      peer: this,
      author: () => ({ accountId: this.grant.accountId, institutionId: this.grant.institutionId }),
      wantsAck: parameters.get(addressParameter.ack) === '1',
      limits: around.limits,
      send: (frame) => this.#send(frame),
      onAccepted: () => around.scheduleCommit(room),
      meter: around.meter,
      onMalformed: () => this.#malformed(),
    });
    channel.listen(this);
  }

  get accountId(): string {
    return this.grant.accountId;
  }

  get user(): object {
    return this.grant.user;
  }

  get isClosed(): boolean {
    return this.#isClosed;
  }

  /** Enters the room. Only those who may write are asked for what they have. */
  join(): void {
    this.room.peers.add(this);
    if (this.grant.canWrite) this.#intake.askForAll();
    this.room.presence.tellAll(this);
    this.#around.schedulePresence(this.room);
  }

  isCongested(): boolean {
    return this.#outbox.isCongested();
  }

  fallBehind(stateVector: Uint8Array): void {
    if (!this.#outbox.isBehind) this.#around.meter.counts.behind++;
    this.#outbox.fallBehind(stateVector);
  }

  deliver(frame: Uint8Array): void {
    if (!this.#outbox.isBehind) this.#send(frame);
  }

  /** Presence may be missed: a later sweep makes up for it. */
  sendPresence(frame: Uint8Array): boolean {
    if (this.#outbox.isFull()) return false;
    this.#send(frame);
    return true;
  }

  /** Holds every frame until the rights have been looked up again. */
  suspend(): void {
    this.suspensions++;
    this.#held ??= [];
    this.#reading.suspend();
  }

  /** Goes on under a new grant. */
  resume(grant: Grant): void {
    const before = this.grant;
    this.grant = grant;
    this.checkedAt = performance.now();
    if (before.canWrite && !grant.canWrite) {
      this.room.withdraw(this);
      this.#intake.withdrawn();
      this.#refuse();
    }
    if (!before.canWrite && grant.canWrite) {
      this.#wasRefused = false;
      this.#intake.askForAll();
    }
    if (JSON.stringify(before.user) !== JSON.stringify(grant.user)) {
      this.room.presence.restamp(this);
      this.#around.schedulePresence(this.room);
    }
    const held = this.#held ?? [];
    this.#held = null;
    for (const frame of held) this.#handle(frame);
    this.#reading.resume();
  }

  /** Cuts off: what was not yet on its way to the disk is not written. */
  revoke(code: number, reason: string): void {
    this.room.withdraw(this);
    this.close(code, reason);
  }

  /** Every sweep: ends connections that are dead, or take nothing of what waits for them. */
  check(): void {
    if (!this.#isAlive) {
      this.#left(1006, 'no sign of life');
      this.#channel.terminate();
      return;
    }
    this.#isAlive = false;
    this.#channel.ping();
    if (this.#outbox.isStuck()) this.close(closeCode.tryAgain, 'too slow');
  }

  /** Closes after what has already been sent, and resolves when the channel is gone. */
  closeAndWait(code: number, reason: string): Promise<void> {
    return new Promise((resolve) => {
      if (this.#channel.isGone) return resolve();
      this.#whenGone = resolve;
      this.close(code, reason);
    });
  }

  close(code: number, reason: string): void {
    if (this.#isClosed) return;
    this.#left(code, reason);
    this.#channel.close(code, reason);
    setTimeout(() => this.#channel.terminate(), this.#around.limits.closeMs).unref();
  }

  onFrame(frame: Uint8Array): void {
    if (this.#isClosed) return;
    this.#isAlive = true;
    this.#bytesIn += frame.length;
    this.#around.meter.received(frame.length);
    this.#spend(1 + frame.length / 512);
    if (this.#held) this.#held.push(Uint8Array.from(frame));
    else this.#handle(frame);
  }

  onMalformed(): void {
    this.#malformed();
  }

  onAlive(): void {
    this.#isAlive = true;
  }

  onDrain(): void {
    this.#outbox.drained();
  }

  onGone(code: number, reason: string): void {
    this.#left(code, reason);
    this.#whenGone?.();
  }

  #left(code: number, reason: string): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    this.#held = null;
    this.#outbox.closed();
    this.#reading.end();
    this.#budget.close();
    this.room.peers.delete(this);
    this.room.presence.remove(this);
    this.#around.schedulePresence(this.room);
    this.#around.onClosed(this, {
      code,
      reason,
      accountId: this.accountId,
      documentId: this.room.documentId,
      network: this.#network,
      bytesIn: this.#bytesIn,
      bytesOut: this.#bytesOut,
      ageMs: Math.round(performance.now() - this.#openedAt),
    });
  }

  #handle(frame: Uint8Array): void {
    if (this.#isClosed) return;
    try {
      const decoder = decoding.createDecoder(frame);
      switch (decoding.readVarUint(decoder)) {
        case messageType.sync:
          this.#handleSync(decoding.readVarUint(decoder), readOwnBytes(decoder));
          break;
        case messageType.awareness:
          // Handles its own errors: trouble with presence never touches the document.
          this.room.presence.receive(this, Uint8Array.from(frame.subarray(decoder.pos)));
          this.#around.schedulePresence(this.room);
          break;
        case messageType.queryAwareness:
          this.room.presence.tellAll(this);
          this.#around.schedulePresence(this.room);
      }
    } catch {
      this.#malformed();
    }
  }

  #handleSync(step: number, payload: Uint8Array): void {
    switch (step) {
      case syncStep.step1:
        Y.decodeStateVector(payload);
        this.#outbox.answer(payload);
        break;
      case syncStep.step2:
      case syncStep.update:
        this.#takeContent(payload, step === syncStep.step2);
        break;
      default:
        this.#malformed();
    }
  }

  #takeContent(bytes: Uint8Array, carriesAll: boolean): void {
    const { maxQueuedBytes } = this.#around.limits;
    if (!this.grant.canWrite) {
      this.#intake.refuse();
      this.#refuse();
    } else if (this.room.queuedBytes > maxQueuedBytes) this.close(closeCode.tryAgain, 'overload');
    else this.#intake.take(bytes, { carriesAll });
  }

  #refuse(): void {
    this.#around.meter.counts.refused++;
    if (this.#wasRefused) return;
    this.#wasRefused = true;
    this.#send(readOnlyFrame());
  }

  #malformed(): void {
    if (this.#isClosed) return;
    this.#around.meter.counts.malformed++;
    this.close(closeCode.malformed, 'malformed');
  }

  #send(frame: Uint8Array): void {
    if (!this.#isClosed) this.#outbox.send(frame);
  }

  #sent(bytes: number): void {
    this.#bytesOut += bytes;
    this.#around.meter.sent(bytes);
  }

  /** Charges the client; whoever overspends is read from later. */
  #spend(cost: number): void {
    this.#reading.holdBack(this.#budget.take(cost));
  }
}

/** A length-prefixed run of bytes with a buffer of its own, and nothing after it. Throws when it is cut short. */
function readOwnBytes(decoder: decoding.Decoder): Uint8Array {
  const bytes = decoding.readVarUint8Array(decoder);
  if (decoding.hasContent(decoder)) throw new Error('malformed frame');
  return bytes.slice();
}
