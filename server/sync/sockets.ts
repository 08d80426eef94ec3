import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import { addressParameter, closeCode } from '#domain/documents/protocol';
import type { Channel } from './channel';
import { Connection } from './connection';
import { isDamaged } from './damaged';
import { Joins } from './joins';
import type { SyncLimits } from './limits';
import type { Room } from './room';
import type { Rooms } from './rooms';
import type { Authorisation, Authorise, Grant, SyncLogger } from './types';
import { WebSocketChannel } from './web-socket-channel';

export interface Upgrade {
  request: IncomingMessage;
  socket: Duplex;
  head: Buffer;
  documentId: string;
  parameters: URLSearchParams;
}

/** Who wants in, where, and with what in the address. */
export interface Asker {
  cookie: string;
  documentId: string;
  parameters: URLSearchParams;
}

export type Admission = 'answered' | 'not_found' | 'unavailable';

/** Whose open sockets are to be checked again; every field given must match, none given means all. */
export interface GrantFilter {
  accountId?: string;
  sessionId?: string;
  workspaceId?: string;
  documentId?: string;
}

export interface SocketsOptions {
  rooms: Rooms;
  authorise: Authorise;
  log: SyncLogger;
  limits: SyncLimits;
  /** A client that names an older schema is refused: it would delete what it does not know. */
  schema: number;
  scheduleCommit(room: Room): void;
}

/** With so many in a room, what is told of each goes out half as often. */
const manyPeople = 500;

/** Lets sockets in, keeps an eye on them, and checks their rights again whenever rights may have changed. */
export class Sockets {
  readonly #options: SocketsOptions;
  readonly #server: WebSocketServer;
  readonly #connections = new Set<Connection>();
  readonly #presenceTimers = new Map<Room, NodeJS.Timeout>();
  readonly #sweepTimer: NodeJS.Timeout;
  /** Counts changes of rights, so that a socket authorised before one and opened after it is checked again. */
  #grantChanges = 0;
  #isStopping = false;
  #isRechecking = false;
  readonly #joins: Joins;
  readonly counts = { malformed: 0, gaps: 0, refused: 0, behind: 0 };

  constructor(options: SocketsOptions) {
    this.#options = options;
    this.#joins = new Joins(options);
    this.#server = new WebSocketServer({
      noServer: true,
      clientTracking: false,
      maxPayload: options.limits.maxFrameBytes,
      perMessageDeflate: false,
    });
    this.#sweepTimer = setInterval(() => this.#sweep(), options.limits.sweepMs);
    this.#sweepTimer.unref();
  }

  get size(): number {
    return this.#connections.size;
  }

  /** Answers an upgrade: 404 for a document that is not there for this person, a reasoned close, or a place in the room. */
  async upgrade(upgrade: Upgrade): Promise<void> {
    const { request, socket, documentId, parameters } = upgrade;
    socket.on('error', () => socket.destroy());
    const asker = { cookie: request.headers.cookie ?? '', documentId, parameters };
    const outcome = await this.admit(asker, () => this.#accept(upgrade));
    if (outcome === 'not_found') refuse(socket, '404 Not Found');
    if (outcome === 'unavailable') refuse(socket, '503 Service Unavailable');
  }

  #accept({ request, socket, head }: Upgrade): Channel | null {
    let channel: Channel | null = null;
    if (socket.destroyed) return null;
    this.#server.handleUpgrade(request, socket, head, (webSocket) => {
      webSocket.on('error', () => undefined); // A 'close' follows, with the reason.
      channel = new WebSocketChannel(webSocket);
    });
    return channel;
  }

  /** Lets someone in, whatever carries their frames: `accept` makes the channel, which may be closed with a reason. */
  async admit(asker: Asker, accept: (grant: Grant | null) => Channel | null): Promise<Admission> {
    if (this.#isStopping) return 'unavailable';
    const { cookie, documentId, parameters } = asker;
    const changesBefore = this.#grantChanges;
    try {
      const authorisation = await this.#options.authorise({ cookie, documentId });
      if (authorisation.status === 'not_found') return 'not_found';
      if (authorisation.status === 'signed_out') {
        // A refused handshake tells a browser nothing; a close code tells it to stop trying.
        accept(null)?.close(closeCode.signedOut, 'signed out');
        return 'answered';
      }
      const { grant } = authorisation;
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
        accept(null)?.close(closeCode.damaged, 'damaged');
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
    const refusal = this.#refusalOf(asker.parameters, room, grant);
    if (refusal) {
      channel.close(refusal.code, refusal.reason);
      return;
    }
    const connection = new Connection({
      channel,
      room,
      grant,
      cookie: asker.cookie,
      parameters: asker.parameters,
      around: {
        limits: this.#options.limits,
        joins: this.#joins,
        scheduleCommit: this.#options.scheduleCommit,
        schedulePresence: (changed) => this.#schedulePresence(changed),
        onClosed: (closed) => {
          this.#connections.delete(closed);
          this.#options.rooms.release(closed.room);
        },
        count: (what) => {
          this.counts[what]++;
        },
      },
    });
    this.#connections.add(connection);
    connection.join();
    if (changesBefore !== this.#grantChanges) void this.#check([connection]);
  }

  #refusalOf(parameters: URLSearchParams, room: Room, grant: Grant): { code: number; reason: string } | null {
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
    const own = [...this.#connections].filter(({ accountId }) => accountId === grant.accountId).length;
    if (own >= limits.connectionsPerAccount || room.peers.size >= limits.connectionsPerRoom) {
      return { code: closeCode.tryAgain, reason: 'too many connections' };
    }
    return null;
  }

  /**
   * Checks the rights of open sockets anew. From this call on, no frame of theirs is taken before the answer is in;
   * resolves when all have been kept or closed.
   */
  refreshGrants(filter: GrantFilter = {}): Promise<void> {
    this.#grantChanges++;
    return this.#check([...this.#connections].filter((connection) => matches(connection, filter)));
  }

  async #check(connections: Connection[]): Promise<void> {
    for (const connection of connections) connection.suspend();
    await Promise.all(connections.map((connection) => this.#checkOne(connection)));
  }

  async #checkOne(connection: Connection): Promise<void> {
    const { cookie, room } = connection;
    const changesBefore = this.#grantChanges;
    let authorisation: Authorisation;
    try {
      authorisation = await this.#options.authorise({ cookie, documentId: room.documentId });
    } catch (error) {
      this.#options.log.error({ err: error }, 'rights could not be checked');
      connection.revoke(closeCode.tryAgain, 'rights unknown');
      return;
    }
    if (connection.isClosed) return;
    // Rights changed again meanwhile: this answer may be from before.
    if (changesBefore !== this.#grantChanges) return this.#checkOne(connection);
    switch (authorisation.status) {
      case 'granted':
        return connection.resume(authorisation.grant);
      case 'signed_out':
        return connection.revoke(closeCode.signedOut, 'signed out');
      case 'not_found':
        return connection.revoke(closeCode.revoked, 'revoked');
    }
  }

  #schedulePresence(room: Room): void {
    if (!room.presence.isDirty || this.#presenceTimers.has(room)) return;
    const waitMs = this.#options.limits.presenceMs * Math.min(2, 1 + room.peers.size / manyPeople);
    const timer = setTimeout(() => {
      this.#presenceTimers.delete(room);
      this.#safely(() => room.presence.flush(peopleIn(room)));
      this.#schedulePresence(room);
    }, waitMs);
    timer.unref();
    this.#presenceTimers.set(room, timer);
  }

  #sweep(): void {
    for (const connection of this.#connections) this.#safely(() => connection.check());
    for (const room of this.#options.rooms.all) {
      this.#safely(() => room.presence.refresh(peopleIn(room), this.#options.limits.presenceStaleMs));
      this.#schedulePresence(room);
    }
    void this.#recheck();
  }

  /** Now and then, one after the other: a session may have run out without anyone's doing. */
  async #recheck(): Promise<void> {
    if (this.#isRechecking) return;
    this.#isRechecking = true;
    for (const connection of [...this.#connections]) {
      const isDue = performance.now() - connection.checkedAt > this.#options.limits.recheckMs;
      if (isDue && !connection.isClosed) await this.#checkOne(connection);
    }
    this.#isRechecking = false;
  }

  #safely(work: () => void): void {
    try {
      work();
    } catch (error) {
      this.#options.log.error({ err: error }, 'sync sweep failed');
    }
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

function peopleIn(room: Room): Connection[] {
  return [...room.peers].filter((peer): peer is Connection => peer instanceof Connection);
}

function matches(connection: Connection, filter: GrantFilter): boolean {
  const { accountId, sessionId, workspaceId } = connection.grant;
  const of = { accountId, sessionId, workspaceId, documentId: connection.room.documentId };
  return (Object.keys(filter) as (keyof GrantFilter)[]).every((key) => filter[key] === of[key]);
}

function refuse(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
