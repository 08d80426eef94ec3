import { addressParameter, closeCode } from '#domain/documents/protocol';
import type { Budget } from './budgets';
import type { Channel, ChannelEvents } from './channel';
import { readOnlyFrame } from './frames';
import { Intake } from './intake';
import { Lifetime } from './lifetime';
import { Outbox } from './outbox';
import type { Present } from './presence';
import { readFrame } from './read-frame';
import { Reading } from './reading';
import type { Peer, Room } from './room';
import type { Surroundings } from './surroundings';
import { Traffic } from './traffic';
import type { Grant } from './types';

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

/** What a frame costs that is no whole message, beside its message. */
const partCost = 1 / 32;

/** Where more waits for the disk than is comfortable, each frame of content is followed by a pause. */
const slowDiskMs = 50;

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
  readonly #reading: Reading;
  readonly #lifetime: Lifetime;
  readonly #outbox: Outbox;
  readonly #around: Surroundings;
  readonly #intake: Intake;
  readonly #budget: Budget;
  /** Frames that wait while rights are being looked up; null: none are held. */
  #held: Uint8Array[] | null = null;
  #wasRefused = false;
  readonly #traffic: Traffic;

  constructor({ channel, room, grant, cookie, network, budget, parameters, around }: ConnectionOptions) {
    const { congestedBytes, closeMs } = around.limits;
    const clientId = Number(parameters.get(addressParameter.client));
    this.room = room;
    this.grant = grant;
    this.cookie = cookie;
    this.#network = network;
    this.clientId = clientId > 0 ? clientId : null;
    this.#reading = new Reading(channel);
    this.#lifetime = new Lifetime({ channel, closeMs, onLeft: (code, reason) => this.#left(code, reason) });
    this.#outbox = new Outbox({
      channel,
      content: room.content,
      joins: around.joins,
      onSent: (bytes) => this.#traffic.sent(bytes),
      congestedBytes,
      onAnswered: (bytes) => this.#spend(bytes / 4096),
    });
    this.#around = around;
    this.#traffic = new Traffic(around.meter);
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
    return this.#lifetime.isClosed;
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
    if (this.#lifetime.probe() && this.#outbox.isStuck()) this.close(closeCode.tryAgain, 'too slow');
  }

  /** Closes after what has already been sent, and resolves when the channel is gone. */
  closeAndWait(code: number, reason: string): Promise<void> {
    return this.#lifetime.closeAndWait(code, reason);
  }

  close(code: number, reason: string): void {
    this.#lifetime.close(code, reason);
  }

  onFrame(frame: Uint8Array): void {
    if (this.isClosed) return;
    this.#lifetime.heard();
    this.#traffic.received(frame.length);
    this.#spend(1 + frame.length / 512);
    if (this.#held) this.#held.push(Uint8Array.from(frame));
    else this.#handle(frame);
  }

  onParts({ parts, heldBytes }: { parts: number; heldBytes: number }): void {
    if (this.isClosed) return;
    this.#spend(parts * partCost);
    if (!this.#budget.hold(heldBytes)) this.close(closeCode.tryAgain, 'too much at once');
  }

  onMalformed(): void {
    this.#malformed();
  }

  onAlive(): void {
    this.#lifetime.heard();
  }

  onDrain(): void {
    this.#outbox.drained();
  }

  onGone(code: number, reason: string): void {
    this.#lifetime.gone(code, reason);
  }

  #left(code: number, reason: string): void {
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
      ...this.#traffic.total,
    });
  }

  #handle(frame: Uint8Array): void {
    if (this.isClosed) return;
    try {
      const message = readFrame(frame);
      switch (message.type) {
        case 'asks':
          this.#outbox.answer(message.stateVector);
          break;
        case 'content':
          this.#takeContent(message);
          break;
        case 'presence':
          // Handles its own errors: trouble with presence never touches the document.
          this.room.presence.receive(this, message.message);
          this.#around.schedulePresence(this.room);
          break;
        case 'asks_who':
          this.room.presence.tellAll(this);
          this.#around.schedulePresence(this.room);
      }
    } catch {
      this.#malformed();
    }
  }

  #takeContent({ bytes, carriesAll }: { bytes: Uint8Array; carriesAll: boolean }): void {
    const { maxQueuedBytes, comfortableQueuedBytes } = this.#around.limits;
    if (!this.grant.canWrite) {
      this.#intake.refuse();
      this.#refuse();
    } else if (this.room.queuedBytes > maxQueuedBytes) this.close(closeCode.tryAgain, 'overload');
    else {
      this.#intake.take(bytes, { carriesAll });
      if (this.room.queuedBytes > comfortableQueuedBytes) this.#reading.holdBack(slowDiskMs);
    }
  }

  #refuse(): void {
    this.#around.meter.counts.refused++;
    if (this.#wasRefused) return;
    this.#wasRefused = true;
    this.#send(readOnlyFrame());
  }

  #malformed(): void {
    if (this.isClosed) return;
    this.#around.meter.counts.malformed++;
    this.close(closeCode.malformed, 'malformed');
  }

  #send(frame: Uint8Array): void {
    if (!this.isClosed) this.#outbox.send(frame);
  }

  /** Charges the client; whoever overspends is read from later. */
  #spend(cost: number): void {
    this.#reading.holdBack(this.#budget.take(cost));
  }
}
