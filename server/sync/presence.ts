import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import type { Clock } from '#domain/clock';
import { awarenessFrame } from './frames';

/** Whoever is in a room, as presence knows them. */
export interface Present {
  accountId: string;
  /** The server's word on who they are. */
  user: object;
  /** The one client id that it may speak for; null until it has used one. */
  clientId: number | null;
  sendPresence(frame: Uint8Array): void;
}

interface Entry {
  owner: Present;
  state: Record<string, unknown>;
  clock: number;
  /** Encoded once, however many are told. */
  bytes: Uint8Array;
}

const maxStateBytes = 8_192;
const colour = /^#[0-9a-f]{6}$/i;

/**
 * Who is here and where their cursor is. One entry a connection, under its own client id; identity is the server's. Clocks are the server's too, from the time of day, so that a person who reconnects with an old clock
 * (also after a restart of ours) is seen at once. Nothing here can throw into document sync.
 */
export class Presence {
  #entries = new Map<number, Entry>();
  /** Ids that must be told to the others at the next flush. */
  #dirty = new Map<number, Uint8Array>();
  #lastClock = 0;
  readonly #clock: Clock;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  get isDirty(): boolean {
    return this.#dirty.size > 0;
  }

  /** Takes what follows the type in a client's awareness message. Malformed ones and other people's entries are ignored. */
  receive(owner: Present, message: Uint8Array): void {
    try {
      const decoder = decoding.createDecoder(decoding.readVarUint8Array(decoding.createDecoder(message)));
      const count = decoding.readVarUint(decoder);
      for (let i = 0; i < count; i++) {
        const clientId = decoding.readVarUint(decoder);
        decoding.readVarUint(decoder);
        const text = decoding.readVarString(decoder);
        if (text.length > maxStateBytes) continue;
        if (this.#mayUse(owner, clientId, count)) this.#set(owner, clientId, JSON.parse(text) as unknown);
      }
    } catch {
      // Whoever sends such a thing is not shown; that is all.
    }
  }

  remove(owner: Present): void {
    for (const [clientId, entry] of this.#entries) if (entry.owner === owner) this.#drop(clientId);
  }

  /** Stamps anew, after the person began to act for another institution. */
  restamp(owner: Present): void {
    for (const [clientId, entry] of this.#entries) {
      if (entry.owner === owner) this.#set(owner, clientId, entry.state);
    }
  }

  /** Sends what has changed to everyone, but never a person's own entry back to them. */
  flush(everyone: Iterable<Present>): void {
    const dirty = this.#dirty;
    this.#dirty = new Map();
    this.#tell(everyone, dirty);
  }

  /** Everything, to everyone: keeps entries from expiring in browsers and connections from looking dead. */
  refresh(everyone: Iterable<Present>): void {
    for (const [clientId, entry] of this.#entries) this.#set(entry.owner, clientId, entry.state);
    const all = this.#dirty;
    this.#dirty = new Map();
    this.#tell(everyone, all, true);
  }

  /** What someone who has just come must know. */
  tellAll(newcomer: Present): void {
    const known = new Map([...this.#entries].map(([clientId, { bytes }]) => [clientId, bytes]));
    this.#tell([newcomer], known);
  }

  #tell(everyone: Iterable<Present>, entries: Map<number, Uint8Array>, evenNothing = false): void {
    const shared = awarenessFrame([...entries.values()]);
    for (const present of everyone) {
      const own = [...entries.keys()].filter((clientId) => this.#entries.get(clientId)?.owner === present);
      const others = entries.size - own.length;
      if (others === 0 && !evenNothing) continue;
      const frame = own.length === 0 ? shared : awarenessFrame(without(entries, own));
      present.sendPresence(frame);
    }
  }

  /**
   * A stock client repeats others' entries, so only its own id counts: the one it named in the address, else that of
   * its first message with a single entry. The same person takes their id over from a connection that died.
   */
  #mayUse(owner: Present, clientId: number, count: number): boolean {
    const holder = this.#entries.get(clientId)?.owner;
    if (holder && holder.accountId !== owner.accountId) return false;
    if (owner.clientId === null && count === 1) owner.clientId = clientId;
    return owner.clientId === clientId;
  }

  #set(owner: Present, clientId: number, given: unknown): void {
    if (given === null) {
      this.#drop(clientId);
      return;
    }
    if (typeof given !== 'object' || Array.isArray(given)) return;
    const state = { ...given } as Record<string, unknown>;
    const chosen = (state.user as { color?: unknown } | undefined)?.color;
    const color = typeof chosen === 'string' && colour.test(chosen) ? { color: chosen } : {};
    state.user = { ...owner.user, ...color };
    const clock = this.#nextClock();
    const bytes = encodeEntry({ clientId, clock, state });
    this.#entries.set(clientId, { owner, state, clock, bytes });
    this.#dirty.set(clientId, bytes);
  }

  #drop(clientId: number): void {
    if (!this.#entries.delete(clientId)) return;
    this.#dirty.set(clientId, encodeEntry({ clientId, clock: this.#nextClock(), state: null }));
  }

  #nextClock(): number {
    this.#lastClock = Math.max(this.#lastClock + 1, this.#clock.now().getTime());
    return this.#lastClock;
  }
}

function without(entries: Map<number, Uint8Array>, ids: number[]): Uint8Array[] {
  return [...entries].filter(([clientId]) => !ids.includes(clientId)).map(([, bytes]) => bytes);
}

function encodeEntry({
  clientId,
  clock,
  state,
}: {
  clientId: number;
  clock: number;
  state: object | null;
}): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, clientId);
  encoding.writeVarUint(encoder, clock);
  encoding.writeVarString(encoder, JSON.stringify(state));
  return encoding.toUint8Array(encoder);
}
