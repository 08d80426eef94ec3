import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import * as encoding from 'lib0/encoding';
import { pino } from 'pino';
import { vi } from 'vitest';
import { WebSocket } from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { type Clock, systemClock } from '#domain/clock';
import type { DocumentId } from '#domain/ids';
import { readConfig } from '#server/config/config';
import { makeSyncStorage } from '#server/features/documents/storage';
import { syncRequests } from '#server/http/sync-http';
import { listenToUpgrades } from '#server/http/upgrades';
import { newId } from '#server/new-id';
import type { SyncLimits } from '#server/sync/limits';
import { makeSync } from '#server/sync/sync';
import type { Authorisation, Grant, SyncLogger, SyncStorage } from '#server/sync/types';
import { httpSocketAs, socketAs } from './client-sockets';
import { type Dialect, openTestDb } from './databases';
import { buildWorkspace } from './workspaces';

/** A WebSocket, or the fallback over HTTP with a stream, or with polls as behind a proxy that holds streams back. */
export const carriers = ['websocket', 'stream', 'poll'] as const;
export type Carrier = (typeof carriers)[number];

interface ConnectOptions {
  params?: Record<string, string>;
  doc?: Y.Doc;
  by?: Carrier;
}

export type Engine = Awaited<ReturnType<typeof startEngine>>;

/**
 * The sync engine over a real database and real sockets, with rights that the test deals out by name: a client's
 * cookie is its name. `wrap` puts something between the engine and its storage.
 */
export async function startEngine({
  wrap = (storage) => storage,
  limits = {},
  log = pino({ level: 'silent' }),
  by: carrier = 'websocket',
  dialect = 'sqlite',
  clock = systemClock,
}: {
  wrap?: (storage: SyncStorage) => SyncStorage;
  /** What carries the frames of stock clients. */
  by?: Carrier;
  dialect?: Dialect;
  clock?: Clock;
  limits?: Partial<SyncLimits>;
  log?: SyncLogger;
} = {}) {
  const db = await openTestDb(dialect);
  const { workspaceId } = await buildWorkspace(db);
  const storage = wrap(makeSyncStorage({ db, clock }));
  const rights = new Map<string, Authorisation | Promise<Authorisation>>();
  const clients: { destroy(): void }[] = [];
  const sync = makeSync({
    storage,
    authorise: async ({ cookie }) => rights.get(cookie) ?? { status: 'not_found' },
    clock,
    log,
    schema: 2,
    limits: { closeMs: 500, ...limits },
  });
  const httpServer = createServer();
  const config = readConfig({ PUBLIC_URL: 'http://concord.test' });
  listenToUpgrades(httpServer, { config, onSync: sync.upgrade });
  const onHttp = syncRequests({ config, onSyncHttp: sync.handleHttp });
  httpServer.on('request', (request, response) =>
    onHttp(request, response, () => response.writeHead(404).end()),
  );
  await new Promise<void>((resolve) => httpServer.listen(0, '127.0.0.1', resolve));
  const origin = `127.0.0.1:${(httpServer.address() as AddressInfo).port}`;

  async function createDocument(seed: (doc: Y.Doc) => void = () => undefined): Promise<DocumentId> {
    const id = newId<DocumentId>();
    const doc = new Y.Doc();
    seed(doc);
    await db.transaction(async (tx) => {
      await tx
        .insert(db.tables.documents)
        .values({ id, workspaceId, kind: 'plan', epoch: 1, createdAt: '2026-01-01T00:00:00.000Z' });
      await tx.insert(db.tables.documentUpdates).values({
        documentId: id,
        epoch: 1,
        seq: 1,
        at: '2026-01-01T00:00:00.000Z',
        bytes: Y.encodeStateAsUpdate(doc),
      });
    });
    return id;
  }

  function permit(name: string, overrides: Partial<Grant> = {}): void {
    const grant: Grant = {
      accountId: name,
      sessionId: name,
      workspaceId,
      institutionId: `institution of ${name}`,
      canWrite: true,
      user: { accountId: name, name, institutionId: '', acronym: name.toUpperCase(), kind: 'ministry' },
      ...overrides,
    };
    rights.set(name, { status: 'granted', grant });
  }

  /** A stock y-websocket client. */
  function connect(
    name: string,
    documentId: string,
    { params = {}, doc = new Y.Doc(), by = carrier }: ConnectOptions = {},
  ) {
    const socketOf = { websocket: socketAs, stream: httpSocketAs('stream'), poll: httpSocketAs('poll') }[by];
    const provider = new WebsocketProvider(`ws://${origin}/sync`, documentId, doc, {
      WebSocketPolyfill: socketOf(name, `http://${origin}`),
      disableBc: true,
      params,
      maxBackoffTime: 100,
    });
    clients.push(provider);
    return provider;
  }

  /** A socket that sends whatever it is told to. */
  function raw(name: string, documentId: string, { query = '', headers = {} } = {}) {
    const socket = new WebSocket(`ws://${origin}/sync/${documentId}${query}`, {
      headers: { Cookie: name, Origin: `http://${origin}`, ...headers },
    });
    const frames: Uint8Array[] = [];
    const closed = new Promise<{ code: number; reason: string }>((resolve) =>
      socket.on('close', (code, reason) => resolve({ code, reason: reason.toString() })),
    );
    const status = new Promise<number>((resolve) => {
      socket.on('unexpected-response', (_request, response) => {
        resolve(response.statusCode ?? 0);
        socket.terminate();
      });
      socket.on('open', () => resolve(101));
    });
    socket.on('error', () => undefined);
    socket.on('message', (data: Buffer) => frames.push(Uint8Array.from(data)));
    clients.push({ destroy: () => socket.terminate() });
    return { socket, frames, closed, status, send: (frame: Uint8Array) => socket.send(frame) };
  }

  return {
    db,
    sync,
    storage,
    rights,
    origin,
    createDocument,
    permit,
    connect,
    raw,
    close: async () => {
      for (const client of clients) client.destroy();
      await sync.stop();
      httpServer.close();
      await db.close();
    },
  };
}

/** Waits for the thing itself, however slow the machine. */
export function until(check: () => void | Promise<void>): Promise<void> {
  return vi.waitFor(check, { timeout: 15_000, interval: 5 });
}

/** A sync frame as y-websocket writes it: 0 is step 1, 1 is step 2, 2 is an update. */
export function syncFrame(step: 0 | 1 | 2, payload: Uint8Array): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, 0);
  encoding.writeVarUint(encoder, step);
  encoding.writeVarUint8Array(encoder, payload);
  return encoding.toUint8Array(encoder);
}

/** The update that the edit makes in a document that starts as given. */
export function updateOf(edit: (doc: Y.Doc) => void, start?: Uint8Array): Uint8Array {
  const doc = new Y.Doc();
  if (start) Y.applyUpdate(doc, start);
  const before = Y.encodeStateVector(doc);
  edit(doc);
  return Y.encodeStateAsUpdate(doc, before);
}

/** Storage whose writes wait at a gate, or fail, as the test says. */
export function gatedStorage(storage: SyncStorage) {
  let opened: Promise<void> | null = null;
  let open = () => {};
  let failure: Error | null = null;
  const attempts: number[] = [];
  return {
    attempts,
    shut() {
      opened = new Promise((resolve) => {
        open = resolve;
      });
    },
    open() {
      open();
      opened = null;
    },
    failWith(error: Error | null) {
      failure = error;
    },
    storage: {
      ...storage,
      append: async (entries) => {
        attempts.push(entries.length);
        if (opened) await opened;
        if (failure) throw failure;
        await storage.append(entries);
      },
    } satisfies SyncStorage,
  };
}
