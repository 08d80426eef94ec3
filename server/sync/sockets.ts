import type { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { addressParameter, closeCode } from '#domain/documents/protocol';
import { Budgets } from './budgets';
import type { Channel } from './channel';
import { Closes } from './closes';
import { Connection } from './connection';
import { isDamaged } from './damaged';
import { Doors } from './doors';
import { Joins } from './joins';
import type { SyncLimits } from './limits';
import type { Meter } from './meter';
import { PresenceRounds } from './presence-rounds';
import { type GrantFilter, Rights } from './rights';
import type { Room } from './room';
import type { Rooms } from './rooms';
import type { Surroundings } from './surroundings';
import type { Authorise, Grant, SyncLogger } from './types';
import { WebSocketChannel } from './web-socket-channel';
import { handshakeAnswer } from './web-socket-handshake';
import { WireFrames } from './wire-frames';

export interface Upgrade {
  request: IncomingMessage;
  socket: Duplex;
  head: Buffer;
  documentId: string;
  /** Where it comes from, as limits by address count it. */
  network: string;
  parameters: URLSearchParams;
}

/** Who wants in, where, and with what in the address. */
export interface Asker {
  cookie: string;
  documentId: string;
  /** Where they come from, as limits by address count it. */
  network: string;
  /** Many of a crowd have gone again before their turn comes. */
  hasGone(): boolean;
  parameters: URLSearchParams;
}

export type Accept = (grant: Grant | null) => Channel | null;

export type Admission = 'answered' | 'not_found' | 'unavailable';

export interface SocketsOptions {
  rooms: Rooms;
  authorise: Authorise;
  log: SyncLogger;
  meter: Meter;
  limits: SyncLimits;
  /** A client that names an older schema is refused: it would delete what it does not know. */
  schema: number;
  scheduleCommit(room: Room): void;
}

/** Lets sockets in, keeps an eye on them, and checks their rights again whenever rights may have changed. */
export class Sockets {
  readonly #options: SocketsOptions;
  readonly #connections = new Set<Connection>();
  readonly #sweepTimer: NodeJS.Timeout;
  #isStopping = false;
  readonly #joins: Joins;
  readonly #doors: Doors;
  readonly #closes: Closes;
  readonly #budgets: Budgets;
  readonly #rights: Rights;
  readonly #presence: PresenceRounds;
  readonly #wire = new WireFrames();
  /** One for all connections. */
  readonly #around: Surroundings;

  constructor(options: SocketsOptions) {
    this.#options = options;
    this.#joins = new Joins(options);
    this.#doors = new Doors(options);
    this.#closes = new Closes(options);
    this.#budgets = new Budgets(options.limits);
    this.#rights = new Rights({ ...options, connections: this.#connections });
    this.#presence = new PresenceRounds(options);
    this.#around = {
      limits: options.limits,
      joins: this.#joins,
      scheduleCommit: options.scheduleCommit,
      schedulePresence: (room) => this.#presence.schedule(room),
      meter: options.meter,
      onClosed: (connection, ending) => {
        this.#connections.delete(connection);
        options.rooms.release(connection.room);
        this.#closes.closed(ending);
      },
    };
    this.#sweepTimer = setInterval(() => this.#sweep(), options.limits.sweepMs);
    this.#sweepTimer.unref();
  }

  get size(): number {
    return this.#connections.size;
  }

  /** Those who wait to come in, and those inside who wait to be brought up to date. */
  get waiting(): { atDoors: number; forAnswers: number; answerBytes: number } {
    const { waiting, ownBytes } = this.#joins;
    return { atDoors: this.#doors.waiting, forAnswers: waiting, answerBytes: ownBytes };
  }

  /** Answers an upgrade: 404 for a document that is not there for this person, a reasoned close, or a place in the room. */
  async upgrade(upgrade: Upgrade): Promise<void> {
    const { request, socket, documentId, network, parameters } = upgrade;
    // Not a function made here, which would keep the request in memory for as long as the socket lives.
    socket.on('error', socket.destroy);
    const cookie = request.headers.cookie ?? '';
    const asker = { cookie, documentId, network, parameters, hasGone: () => socket.destroyed };
    const outcome = await this.admit(asker, () => this.#accept(upgrade));
    if (outcome === 'not_found') refuse(socket, '404 Not Found');
    if (outcome === 'unavailable') refuse(socket, '503 Service Unavailable');
  }

  #accept({ request, socket, head }: Upgrade): Channel | null {
    if (socket.destroyed) return null;
    const answer = handshakeAnswer(request);
    if (answer === null) {
      refuse(socket, '400 Bad Request');
      return null;
    }
    if (socket instanceof Socket) socket.setTimeout(0).setNoDelay();
    socket.write(answer);
    const { maxFrameBytes, closeMs } = this.#options.limits;
    return new WebSocketChannel({ socket, head, wire: this.#wire, maxFrameBytes, closeMs });
  }

  /** Lets someone in, whatever carries their frames: `accept` makes the channel, which may be closed with a reason. */
  async admit(asker: Asker, accept: Accept): Promise<Admission> {
    const admission = await this.#doors.pass(asker.network, () => this.#admit(asker, accept));
    if (admission) return admission;
    this.#options.meter.counts.turnedAway++;
    return 'unavailable';
  }

  async #admit(asker: Asker, accept: Accept): Promise<Admission> {
    if (this.#isStopping) return 'unavailable';
    if (asker.hasGone()) return 'answered';
    const { cookie, documentId, parameters } = asker;
    const changesBefore = this.#rights.changes;
    try {
      const authorisation = await this.#options.authorise({ cookie, documentId });
      if (authorisation.status === 'not_found') return 'not_found';
      if (authorisation.status === 'signed_out') {
        this.#turnAway(accept(null), asker, closeCode.signedOut, 'signed out');
        return 'answered';
      }
      const { grant } = authorisation;
      const holder = parameters.get(addressParameter.account);
      if (holder !== null && holder !== grant.accountId) {
        this.#turnAway(accept(null), asker, closeCode.signedOut, 'another account');
        return 'answered';
      }
      if (parameters.has(addressParameter.probe)) {
        const channel = accept(grant);
        channel?.send(new Uint8Array());
        channel?.close(closeCode.normal, 'probe');
        return 'answered';
      }
      const isFound = await this.#options.rooms.use(documentId, (room) => {
        const channel = accept(grant);
        if (channel) this.#welcome({ channel, asker, room, grant, changesBefore });
        return true;
      });
      return isFound ? 'answered' : 'not_found';
    } catch (error) {
      if (isDamaged(error)) {
        this.#turnAway(accept(null), asker, closeCode.damaged, 'damaged');
        return 'answered';
      }
      this.#options.log.error({ err: error, documentId }, 'a document could not be opened');
      return 'unavailable';
    }
  }

  #welcome({
    channel,
    asker,
    room,
    grant,
    changesBefore,
  }: {
    channel: Channel;
    asker: Asker;
    room: Room;
    grant: Grant;
    changesBefore: number;
  }): void {
    const refusal = this.#refusalOf(asker.parameters, room);
    if (refusal) {
      this.#turnAway(channel, asker, refusal.code, refusal.reason, grant);
      return;
    }
    const { network, documentId } = asker;
    const budget = this.#budgets.open({ accountId: grant.accountId, network, documentId });
    if (typeof budget === 'string') {
      this.#turnAway(channel, asker, closeCode.tryAgain, budget, grant);
      return;
    }
    const connection = new Connection({
      channel,
      room,
      grant,
      cookie: asker.cookie,
      budget,
      parameters: asker.parameters,
      network,
      around: this.#around,
    });
    this.#connections.add(connection);
    connection.join();
    // Rights changed between the look-up and here.
    if (changesBefore !== this.#rights.changes) void this.#rights.check([connection]);
  }

  /** A refused handshake tells a browser nothing; a close code tells it whether to try again. */
  #turnAway(
    channel: Channel | null,
    { network, documentId }: Asker,
    code: number,
    reason: string,
    grant?: Grant,
  ): void {
    channel?.close(code, reason);
    const accountId = grant?.accountId ?? '';
    this.#closes.closed({ code, reason, accountId, network, documentId, bytesIn: 0, bytesOut: 0, ageMs: 0 });
  }

  #refusalOf(parameters: URLSearchParams, room: Room): { code: number; reason: string } | null {
    const { limits, schema } = this.#options;
    if (this.#isStopping) return { code: closeCode.restart, reason: 'restart' };
    const epoch = parameters.get(addressParameter.epoch);
    const clientSchema = parameters.get(addressParameter.schema);
    if (clientSchema !== null && !(Number(clientSchema) >= schema)) {
      return { code: closeCode.oldSchema, reason: 'schema too old' };
    }
    if (epoch !== null && Number(epoch) !== room.epoch) {
      return { code: closeCode.otherEpoch, reason: 'other epoch' };
    }
    if (room.peers.size >= limits.connectionsPerRoom) {
      return { code: closeCode.tryAgain, reason: 'too many connections' };
    }
    return null;
  }

  /** Checks the rights of open connections anew; resolves when all have been kept or closed. */
  refreshGrants(filter: GrantFilter = {}): Promise<void> {
    return this.#rights.changed(filter);
  }

  #sweep(): void {
    for (const connection of this.#connections) {
      try {
        connection.check();
      } catch (error) {
        this.#options.log.error({ err: error }, 'a connection could not be checked');
      }
    }
    this.#presence.sweep(this.#options.rooms.all);
    this.#doors.sweep();
    this.#budgets.sweep();
    void this.#rights.recheck();
  }

  /** Takes no more sockets and no more frames; those already taken go on to the disk. */
  freeze(): void {
    this.#isStopping = true;
    clearInterval(this.#sweepTimer);
    for (const connection of this.#connections) connection.suspend();
  }

  /** Tells everyone to come back, and resolves when all have gone. */
  async closeAll(): Promise<void> {
    const gone = [...this.#connections].map((connection) =>
      connection.closeAndWait(closeCode.restart, 'restart'),
    );
    await Promise.all(gone);
  }
}

function refuse(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
