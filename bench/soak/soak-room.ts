import * as Y from 'yjs';
import { awarenessMessage, step, syncMessage } from '../sync/dialects';
import type { Histogram } from '../sync/histogram';
import type { RawSocket } from '../sync/raw-socket';
import { enter } from '../sync/room-load';
import { roomName } from '../sync/rooms';
import type { Server } from '../sync/servers';
import { Typist } from './typist';

interface Person {
  socket: RawSocket;
  /** How far this person has seen the typist. */
  seen: number;
  isIn: boolean;
}

export interface SoakCounts {
  edits: number;
  delivered: number;
  presences: number;
  comings: number;
  /** Connections that the server ended, or did not let in. */
  dropped: number;
  refused: number;
  /** Letters that came before one that they follow. */
  gaps: number;
  /** People who in the end have not seen all. */
  missing: number;
}

const nothing = new Uint8Array(0);
const people = 10;

/** One document and those in it; the first of them writes. */
export class SoakRoom {
  readonly #server: Server;
  readonly #room: string;
  readonly #number: number;
  readonly #latency: Histogram;
  readonly #counts: SoakCounts;
  readonly #typist = new Typist();
  #people: (Person | undefined)[] = [];
  #clock = 0;

  constructor(given: { server: Server; number: number; latency: Histogram; counts: SoakCounts }) {
    this.#server = given.server;
    this.#number = given.number;
    this.#room = roomName(given.number);
    this.#latency = given.latency;
    this.#counts = given.counts;
  }

  get connections(): number {
    return this.#people.filter((person) => person?.socket.isOpen).length;
  }

  async open(): Promise<void> {
    for (let i = 0; i < people; i++) await this.#enter(i);
  }

  async leave(): Promise<void> {
    const leaving = this.#people;
    this.#people = [];
    await Promise.all(leaving.map((person) => person?.socket.close()));
  }

  /** One of those who read goes, and is back at once: a page that is loaded anew. */
  async comeAndGo(i: number): Promise<void> {
    const person = this.#people[i];
    if (!person?.isIn) return;
    this.#people[i] = undefined;
    await person.socket.close();
    await this.#enter(i);
  }

  /** Whoever the server has sent away comes back, and is counted. */
  async bringBack(): Promise<void> {
    for (const [i, person] of this.#people.entries()) {
      if (!person || person.socket.isOpen) continue;
      this.#counts.dropped++;
      this.#people[i] = undefined;
      await this.#enter(i);
    }
  }

  type(): void {
    const writer = this.#people[0];
    if (!writer?.isIn) return;
    writer.socket.send(syncMessage(nothing, step.update, this.#typist.next()));
    this.#counts.edits++;
    this.move(0);
  }

  /** A cursor moves. */
  move(i: number): void {
    const person = this.#people[i];
    if (!person?.isIn) return;
    const clock = ++this.#clock;
    const state = { user: { color: '#0b7285' }, cursor: { anchor: clock, head: clock }, place: null };
    const clientId = 1 + this.#number * people + i;
    person.socket.send(awarenessMessage(nothing, { clientId, clock, state }));
    this.#counts.presences++;
  }

  /** Those who have not seen all that was written. */
  countMissing(): number {
    return this.#people.filter((person, i) => i > 0 && person && person.seen < this.#typist.clock).length;
  }

  async #enter(i: number): Promise<void> {
    // Nothing counts as delivered that is there on entering.
    const person = { seen: 0, isIn: false } as Person;
    try {
      const { socket } = await enter({
        dialect: this.#server.dialect,
        port: this.#server.port,
        room: this.#room,
        name: `person-${this.#number}-${i}`,
        onUpdate: (payload) => this.#take(person, payload),
      });
      person.socket = socket;
    } catch {
      this.#counts.refused++;
      return;
    }
    person.isIn = true;
    this.#people[i] = person;
    this.#counts.comings++;
    // What was on its way when the writer left may not have arrived.
    if (i === 0) person.socket.send(syncMessage(nothing, step.update, this.#typist.whole()));
    this.move(i);
  }

  #take(person: Person, payload: Uint8Array): void {
    const now = performance.now();
    // Of a copy: what is read keeps views of the bytes, and the socket's go.
    for (const { id, length } of Y.decodeUpdate(payload.slice()).structs) {
      if (id.client !== this.#typist.doc.clientID) continue;
      if (person.isIn && id.clock > person.seen) this.#counts.gaps++;
      for (let tick = Math.max(person.seen, id.clock); tick < id.clock + length; tick++) {
        const sentAt = this.#typist.sentAt.get(tick);
        if (!person.isIn || sentAt === undefined) continue;
        this.#counts.delivered++;
        this.#latency.add(now - sentAt);
      }
      person.seen = Math.max(person.seen, id.clock + length);
    }
  }
}
