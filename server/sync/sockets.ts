import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { addressParameter, closeCode } from '#domain/documents/protocol';
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
    const { request, socket, documentId } = upgrade;
    socket.on('error', () => socket.destroy());
    if (this.#isStopping) {
      refuse(socket, '503 Service Unavailable');
      return;
    }
    const asker = { cookie: request.headers.cookie ?? '', documentId };
    const changesBefore = this.#grantChanges;
    try {
      const authorisation = await this.#options.authorise(asker);
      switch (authorisation.status) {
        case 'not_found':
          refuse(socket, '404 Not Found');
          break;
        case 'signed_out':
          // A refused handshake tells a browser nothing; a close code tells it to stop trying.
          this.#accept(upgrade, (webSocket) => webSocket.close(closeCode.signedOut, 'signed out'));
          break;
        case 'granted':
          await this.#enter(upgrade, authorisation.grant, changesBefore);
      }
    } catch (error) {
      if (isDamaged(error)) {
        this.#accept(upgrade, (webSocket) => webSocket.close(closeCode.damaged, 'damaged'));
        return;
      }
      this.#options.log.error({ err: error, documentId }, 'a socket could not be opened');
      refuse(socket, '503 Service Unavailable');
    }
  }

  async #enter(upgrade: Upgrade, grant: Grant, changesBefore: number): Promise<void> {
    const isFound = await this.#options.rooms.use(upgrade.documentId, (room) => {
      this.#accept(upgrade, (webSocket) => this.#welcome({ webSocket, upgrade, room, grant, changesBefore }));
      return true;
    });
    if (!isFound) refuse(upgrade.socket, '404 Not Found');
  }

  #accept({ request, socket, head }: Upgrade, then: (webSocket: WebSocket) => void): void {
    if (socket.destroyed) return;
    this.#server.handleUpgrade(request, socket, head, (webSocket) => {
      webSocket.on('error', () => undefined); // A 'close' follows, with the reason.
      then(webSocket);
    });
  }

  #welcome({
    webSocket,
    upgrade,
    room,
    grant,
    changesBefore,
  }: {
    webSocket: WebSocket;
    upgrade: Upgrade;
    room: Room;
    grant: Grant;
    changesBefore: number;
  }): void {
    const refusal = this.#refusalOf(upgrade.parameters, room, grant);
    if (refusal) {
      webSocket.close(refusal.code, refusal.reason);
      return;
    }
    const connection = new Connection({
      channel: new WebSocketChannel(webSocket),
      room,
      grant,
      cookie: upgrade.request.headers.cookie ?? '',
      parameters: upgrade.parameters,
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
