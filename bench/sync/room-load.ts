import * as Y from 'yjs';
import { type Dialect, readMessage, step, syncMessage } from './dialects';
import type { Script } from './edits';
import type { Histogram } from './histogram';
import { maskedFrame, openRawSocket, type RawSocket } from './raw-socket';

interface Run {
  writer: number;
  from: number;
  to: number;
}

interface Person {
  socket: RawSocket;
  /** How far this person has seen each writer, in clock ticks. */
  seen: Uint32Array;
  isSynced: boolean;
}

const emptyUpdate = Uint8Array.of(0, 0);

/**
 * One room with all who are in it. Counts an update as delivered for each person other than its writer whose socket
 * has brought it, alone or merged with others; what the server sends back to the writer counts for nothing.
 */
export class RoomLoad {
  delivered = 0;
  sent = 0;
  /** Updates that came before one they follow: a server that loses or reorders. */
  gaps = 0;
  readonly people: Person[] = [];
  readonly #dialect: Dialect;
  readonly #script: Script;
  readonly #latency: Histogram;
  readonly #frames: Buffer[][];
  readonly #sentAt: Float64Array[];
  readonly #next: number[];
  readonly #writerOf: Map<number, number>;
  /** The same bytes reach many: read once. */
  readonly #read = new Map<string, { message: Buffer; runs: Run[] }>();
  #turn = 0;

  constructor({
    dialect,
    room,
    script,
    latency,
  }: {
    dialect: Dialect;
    room: string;
    script: Script;
    latency: Histogram;
  }) {
    this.#dialect = dialect;
    this.#script = script;
    this.#latency = latency;
    const prefix = dialect.prefix(room);
    this.#frames = script.writers.map(({ updates }) =>
      updates.map((update) => maskedFrame(syncMessage(prefix, step.update, update))),
    );
    this.#sentAt = script.writers.map(({ updates }) => new Float64Array(updates.length));
    this.#next = script.writers.map(() => 0);
    this.#writerOf = new Map(script.writers.map(({ clientId }, i) => [clientId, i]));
    this.room = room;
  }

  readonly room: string;

  get outstanding(): number {
    return this.sent - this.delivered / Math.max(1, this.people.length - 1);
  }

  /** Brings the document along and lets this many people in. */
  async open(port: number, count: number): Promise<void> {
    const { dialect, room } = { dialect: this.#dialect, room: this.room };
    await bring({ dialect, port, room, content: this.#script.seed });
    for (let i = 0; i < count; i++) await this.#enter(port, i);
  }

  async #enter(port: number, number: number): Promise<Person> {
    const { room } = this;
    const person = await enter({
      dialect: this.#dialect,
      port,
      room,
      name: `person-${room}-${number}`,
      onUpdate: (payload, message) => this.#take(number, payload, message),
    });
    const entry = { ...person, seen: new Uint32Array(this.#script.writers.length), isSynced: true };
    this.people[number] = entry;
    return entry;
  }

  /** Sends the next update of the next writer; false when all is written. */
  type(): boolean {
    const writer = this.#turn++ % this.people.length;
    const index = this.#next[writer] as number;
    const frame = this.#frames[writer]?.[index];
    if (!frame) return false;
    this.#next[writer] = index + 1;
    (this.#sentAt[writer] as Float64Array)[index] = performance.now();
    this.people[writer]?.socket.write(frame);
    this.sent++;
    return true;
  }

  async close(): Promise<void> {
    await Promise.all(this.people.map(({ socket }) => socket.close()));
  }

  #take(number: number, payload: Uint8Array, message: Buffer): void {
    const person = this.people[number];
    if (!person) return;
    const now = performance.now();
    for (const { writer, from, to } of this.#runsOf(payload, message)) {
      if (writer === number) continue;
      const seen = person.seen[writer] as number;
      if (from > seen) this.gaps++;
      person.seen[writer] = Math.max(seen, to);
      const sentAt = this.#sentAt[writer] as Float64Array;
      for (let tick = Math.max(seen, from); tick < to; tick++) {
        this.delivered++;
        this.#latency.add(now - (sentAt[tick] as number));
      }
    }
  }

  #runsOf(payload: Uint8Array, message: Buffer): Run[] {
    const key = `${message.length} ${message.toString('latin1', Math.max(0, message.length - 24))}`;
    const known = this.#read.get(key);
    if (known?.message.equals(message)) return known.runs;
    const runs: Run[] = [];
    // Of a copy: what is read keeps views of the bytes, and the socket's go.
    for (const { id, length } of Y.decodeUpdate(payload.slice()).structs) {
      const writer = this.#writerOf.get(id.client);
      if (writer !== undefined) runs.push({ writer, from: id.clock, to: id.clock + length });
    }
    if (this.#read.size > 2_000) this.#read.clear();
    this.#read.set(key, { message: Buffer.from(message), runs });
    return runs;
  }
}

/** Writes content into a room, and resolves once somebody else has it. */
export async function bring({
  dialect,
  port,
  room,
  content,
}: {
  dialect: Dialect;
  port: number;
  room: string;
  content: Uint8Array;
}): Promise<void> {
  const writer = await enter({ dialect, port, room, name: 'writer', onUpdate: () => undefined });
  writer.socket.send(syncMessage(dialect.prefix(room), step.update, content));
  let arrived = () => {};
  const arrival = new Promise<void>((resolve) => {
    arrived = resolve;
  });
  const onUpdate = (payload: Uint8Array) => {
    if (payload.length >= content.length) arrived();
  };
  const reader = await enter({ dialect, port, room, name: 'reader', onUpdate });
  await arrival;
  await Promise.all([reader.socket.close(), writer.socket.close()]);
}

/** Joins a room as a stock client does, and resolves once the server's "step 2" has come. */
export async function enter({
  dialect,
  port,
  room,
  name,
  onUpdate,
}: {
  dialect: Dialect;
  port: number;
  room: string;
  name: string;
  onUpdate: (payload: Uint8Array, message: Buffer) => void;
}): Promise<{ socket: RawSocket; synced: Uint8Array }> {
  const prefix = dialect.prefix(room);
  let synced: (state: Uint8Array) => void;
  const whenSynced = new Promise<Uint8Array>((resolve) => {
    synced = resolve;
  });
  const answer = maskedFrame(syncMessage(prefix, step.two, emptyUpdate));
  const socket: RawSocket = await openRawSocket({
    port,
    path: dialect.path(room),
    name,
    onMessage: (message) => {
      const incoming = readable(() => readMessage(dialect, message), name);
      if (incoming?.type !== 'sync') return;
      if (incoming.step === step.one) socket.write(answer);
      else if (incoming.step === step.two) synced(incoming.payload.slice());
      if (incoming.step !== step.one) onUpdate(incoming.payload, message);
    },
  });
  for (const message of dialect.greeting(room)) socket.send(message);
  socket.send(syncMessage(prefix, step.one, Uint8Array.of(0)));
  return { socket, synced: await whenSynced };
}

/** One broken message of a server must not end an hour of measuring; it is said, and counts as not received. */
function readable<T>(read: () => T, name: string): T | null {
  try {
    return read();
  } catch (error) {
    console.error(`${name} got a message that cannot be read: ${error}`);
    return null;
  }
}
