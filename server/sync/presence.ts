import { emptyPresence, encodeEntry, PresenceFrames, readPresence } from './presence-frames';
import type { Stamps } from './stamps';

/** Whoever is in a room, as presence knows them. */
export interface Present {
  accountId: string;
  /** The server's word on who they are. */
  user: object;
  /** The one client id that it may speak for; null until it has used one. */
  clientId: number | null;
  /** False when it could not be told just now. */
  sendPresence(frame: Uint8Array): boolean;
}

interface Entry {
  owner: Present;
  /** As the client gave it, and as the server stamped it. */
  given: string;
  json: string;
  /** When the others were last told, on the monotonic clock. */
  toldAt: number;
}

/** What is to be told of one client id; the owner is not told. */
interface News {
  owner: Present;
  bytes: Uint8Array;
}

const maxStateLength = 4_096;
/** No flush carries more, so that nobody's presence can flood everyone: the rest follows with the next, in turn. */
const maxFlushBytes = 16_384;
const colour = /^#[0-9a-f]{6}$/i;

/**
 * Who is here and where their cursor is. One entry a connection, under its own client id; identity is the server's.
 * Clocks are the server's too, so that a person who reconnects with an old clock (also after a restart of ours) is seen
 * at once. Nothing here can throw into document sync.
 */
export class Presence {
  #entries = new Map<number, Entry>();
  /** What the next flushes tell, oldest first. */
  #news = new Map<number, News>();
  /** Who must be told of everyone: they have just come, or could not be told something. Mostly nobody. */
  #newcomers: Set<Present> | null = null;
  #missed: Set<Present> | null = null;
  readonly #stamps: Pick<Stamps, 'next'>;

  constructor(stamps: Pick<Stamps, 'next'>) {
    this.#stamps = stamps;
  }

  /** There is something to flush. */
  get isDirty(): boolean {
    return this.#news.size > 0 || this.#newcomers !== null;
  }

  /** Takes what follows the type in a client's awareness message. Malformed ones and other people's entries are ignored. */
  receive(owner: Present, message: Uint8Array): void {
    try {
      readPresence(
        message,
        (clientId, count) => this.#mayUse(owner, clientId, count),
        (clientId, json) => this.#take(owner, clientId, json),
      );
    } catch {
      // Whoever sends such a thing is not shown; that is all.
    }
  }

  remove(owner: Present): void {
    this.#newcomers?.delete(owner);
    this.#missed?.delete(owner);
    if (owner.clientId !== null && this.#entries.get(owner.clientId)?.owner === owner) {
      this.#drop(owner, owner.clientId);
    }
  }

  /** Stamps anew, after the person began to act for another institution. */
  restamp(owner: Present): void {
    const entry = owner.clientId === null ? undefined : this.#entries.get(owner.clientId);
    if (entry?.owner === owner) this.#set(owner, owner.clientId as number, entry.given);
  }

  /** Someone has come, or asks who is here: the next flush tells them of everyone. */
  tellAll(newcomer: Present): void {
    if (this.#entries.size > 0) this.#newcomers = withOne(this.#newcomers, newcomer);
  }

  /** Sends what has changed to everyone, encoded once, but never a person's own entry back to them. */
  flush(everyone: Iterable<Present>): void {
    const newcomers = this.#newcomers;
    this.#newcomers = null;
    const news = this.#takeNews();
    if (news.size > 0) {
      this.#tell(everyone, news, newcomers);
      const now = performance.now();
      for (const clientId of news.keys()) {
        const entry = this.#entries.get(clientId);
        if (entry) entry.toldAt = now;
      }
    }
    if (newcomers && this.#entries.size > 0) this.#tell(newcomers, this.#all());
  }

  /**
   * Queues what nobody was told of for `staleMs`, since browsers forget a silent client after 30 s, and sends everyone
   * a sign of life, since stock clients take a connection without any for dead.
   */
  refresh(everyone: Iterable<Present>, staleMs: number): void {
    const before = performance.now() - staleMs;
    for (const [clientId, { owner, json, toldAt }] of this.#entries) {
      if (toldAt <= before && !this.#news.has(clientId)) {
        this.#news.set(clientId, { owner, bytes: encodeEntry(clientId, this.#stamps.next(), json) });
      }
    }
    for (const present of this.#missed ?? []) this.#newcomers = withOne(this.#newcomers, present);
    this.#missed = null;
    for (const present of everyone) present.sendPresence(emptyPresence);
  }

  #takeNews(): Map<number, News> {
    const taken = new Map<number, News>();
    let bytes = 0;
    for (const [clientId, news] of this.#news) {
      bytes += news.bytes.length;
      if (bytes > maxFlushBytes && taken.size > 0) break;
      taken.set(clientId, news);
      this.#news.delete(clientId);
    }
    return taken;
  }

  #all(): Map<number, News> {
    const all = new Map<number, News>();
    for (const [clientId, { owner, json }] of this.#entries) {
      all.set(clientId, { owner, bytes: encodeEntry(clientId, this.#stamps.next(), json) });
    }
    return all;
  }

  #tell(everyone: Iterable<Present>, news: Map<number, News>, except: Set<Present> | null = null): void {
    const items = [...news.values()];
    const frames = new PresenceFrames(items.map(({ bytes }) => bytes));
    const places = new Map(items.map(({ owner }, place) => [owner, place]));
    for (const present of everyone) {
      if (except?.has(present)) continue;
      const own = places.get(present);
      const frame = own === undefined ? frames.shared : frames.without(own);
      if (frame && !present.sendPresence(frame)) this.#missed = withOne(this.#missed, present);
    }
  }

  /**
   * A stock client repeats others' entries, so only its own id counts: the one it named in the address, else that of
   * its first message with a single entry.
   */
  #mayUse(owner: Present, clientId: number, count: number): boolean {
    return owner.clientId === null ? count === 1 : owner.clientId === clientId;
  }

  /** The same person takes their id over from a connection that died; nobody takes another's. */
  #take(owner: Present, clientId: number, given: string): void {
    const entry = this.#entries.get(clientId);
    if (given.length > maxStateLength || (entry && entry.owner.accountId !== owner.accountId)) return;
    // Clients repeat themselves every 15 s; the sweep sees to it that the others do not forget them.
    if (entry?.owner === owner && entry.given === given) return;
    this.#set(owner, clientId, given);
  }

  #set(owner: Present, clientId: number, given: string): void {
    const parsed = JSON.parse(given) as unknown;
    if (typeof parsed !== 'object' || Array.isArray(parsed)) return;
    owner.clientId ??= clientId;
    if (parsed === null) {
      this.#drop(owner, clientId);
      return;
    }
    const json = JSON.stringify({ ...parsed, user: stamped(owner, parsed) });
    const toldAt = performance.now();
    this.#entries.set(clientId, { owner, given, json, toldAt });
    this.#news.set(clientId, { owner, bytes: encodeEntry(clientId, this.#stamps.next(), json) });
  }

  #drop(owner: Present, clientId: number): void {
    if (!this.#entries.delete(clientId)) return;
    this.#news.set(clientId, { owner, bytes: encodeEntry(clientId, this.#stamps.next(), 'null') });
  }
}

function withOne(some: Set<Present> | null, one: Present): Set<Present> {
  return (some ?? new Set()).add(one);
}

/** Who they are is the server's word; a client chooses its colour at most. */
function stamped(owner: Present, given: object): object {
  const chosen = (given as { user?: { color?: unknown } | null }).user?.color;
  return typeof chosen === 'string' && colour.test(chosen)
    ? { ...owner.user, color: chosen }
    : { ...owner.user };
}
