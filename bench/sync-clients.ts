// Stock clients on our server, unchanged, old and new in one document: `npm run bench:sync-clients`. Not a measurement:
// it ends with an error where they do not converge. The old client is installed with the benchmark's peers only, since
// its package carries native databases that the product must not.
import { strictEqual } from 'node:assert';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { WebSocket } from 'ws';
import { syncPath } from '#domain/documents/protocol';
import { installPeers } from './sync/prepare';
import { roomName } from './sync/rooms';
import { type Server, withServer } from './sync/servers';

type Yjs = typeof import('yjs');
type Provider = import('y-websocket').WebsocketProvider;
type ProviderClass = typeof import('y-websocket').WebsocketProvider;

/** A client with the Yjs that it was installed with: a document of one Yjs is none to another. */
interface Client {
  name: string;
  provider: Provider;
  text: import('yjs').Text;
}

installPeers();
const fromHere = createRequire(import.meta.url);
const fromPeers = createRequire(resolve('bench/peers/package.json'));
const makers = [
  ['3.x', fromHere],
  ['2.x', fromPeers],
] as const;

await withServer('concord', { rooms: 1 }, async (server) => {
  const clients = makers.map(([name, require]) => connect(name, require, server));
  try {
    await converge(clients);
  } finally {
    for (const { provider } of clients) {
      provider.destroy();
      provider.doc.destroy(); // With it goes the timer of its presence.
    }
  }
});
console.log(
  'Both converge: while they write, after a cut line, and after writing offline; each sees the other.',
);

function connect(name: string, require: NodeJS.Require, server: Server): Client {
  const { version } = require('y-websocket/package.json') as { version: string };
  strictEqual(version[0], name[0], `y-websocket ${version} is not ${name}`);
  const { WebsocketProvider } = require('y-websocket') as { WebsocketProvider: ProviderClass };
  const { Doc } = require('yjs') as Yjs;
  const doc = new Doc();
  const origin = `http://127.0.0.1:${server.port}`;
  class BrowserSocket extends WebSocket {
    constructor(address: string | URL) {
      super(address, { headers: { Cookie: name, Origin: origin } });
    }
  }
  const address = `${origin.replace('http', 'ws')}${syncPath.replace(/\/$/, '')}`;
  const provider = new WebsocketProvider(address, roomName(0), doc, {
    WebSocketPolyfill: BrowserSocket as unknown as typeof globalThis.WebSocket,
    disableBc: true,
  });
  console.log(`y-websocket ${version}`);
  return { name, provider, text: doc.getText('t') };
}

async function converge(clients: Client[]): Promise<void> {
  await until('both are in step', () => clients.every(({ provider }) => provider.synced));

  for (const client of clients) writeAtBothEnds(client, 50);
  await untilSame('what they write at once', clients, 200);

  for (const { name, provider } of clients) provider.awareness.setLocalStateField('cursor', name);
  await until('each sees the other', () => clients.every((client) => seesAll(client, clients)));

  for (const cut of clients) {
    (cut.provider.ws as unknown as WebSocket).terminate();
    await until(`${cut.name} notices`, () => !cut.provider.wsconnected);
    for (const client of clients) writeAtBothEnds(client, 5);
    await until(`${cut.name} comes back`, () => cut.provider.wsconnected && cut.provider.synced);
    await until('presence comes back', () => clients.every((client) => seesAll(client, clients)));
  }
  await untilSame('what they wrote while a line was cut', clients, 240);

  for (const { provider } of clients) provider.disconnect();
  for (const client of clients) {
    client.text.delete(0, 10);
    writeAtBothEnds(client, 20);
  }
  for (const { provider } of clients) provider.connect();
  // Both deleted the same ten letters.
  await untilSame('what they wrote and deleted offline', clients, 240 - 10 + 80);
}

function writeAtBothEnds({ name, text }: Client, times: number): void {
  for (let i = 0; i < times; i++) {
    text.insert(0, name.slice(0, 1));
    text.insert(text.length, name.slice(0, 1));
  }
}

/** Everyone is seen, once, where they point. */
function seesAll({ provider }: Client, all: Client[]): boolean {
  const states = [...provider.awareness.getStates().values()];
  return (
    all.every(({ name }) => states.some(({ cursor }) => cursor === name)) && states.length === all.length
  );
}

function untilSame(what: string, clients: Client[], length: number): Promise<void> {
  return until(what, () => {
    const texts = clients.map(({ text }) => text.toString());
    return texts.every((text) => text === texts[0] && text.length === length);
  });
}

async function until(what: string, isSo: () => boolean): Promise<void> {
  const end = performance.now() + 20_000;
  while (!isSo()) {
    if (performance.now() > end) throw new Error(`This did not come about: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
