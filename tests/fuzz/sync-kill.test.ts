import { afterEach, expect, it } from 'vitest';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { socketAs } from '#tests/factories/client-sockets';
import { until } from '#tests/factories/sync';
import { makeRandom, seedOf } from './random';
import { EngineProcess } from './sync/engine-process';

const rounds = 5;
const providers: WebsocketProvider[] = [];
let engine: EngineProcess | null = null;

afterEach(async () => {
  for (const provider of providers) provider.destroy();
  await engine?.stop();
});

it('a server killed in mid-edit loses nothing that anyone else saw, and in the end nothing at all', async () => {
  const random = makeRandom(seedOf('sync-kill'));
  engine = await EngineProcess.start();
  const running = engine;
  const id = await running.createDocument();
  const connect = (name: string) => {
    const provider = new WebsocketProvider(`ws://${running.origin}/sync`, id, new Y.Doc(), {
      WebSocketPolyfill: socketAs(name, `http://${running.origin}`),
      disableBc: true,
      maxBackoffTime: 50,
    });
    providers.push(provider);
    return provider;
  };
  const tokensOf = ({ doc }: WebsocketProvider) => new Set(doc.getArray<string>('list').toArray());

  const writers = [connect('a'), connect('b')];
  const watcher = connect('watcher');
  let made = 0;
  for (let round = 0; round < rounds; round++) {
    await until(() => expect([...writers, watcher].every(({ synced }) => synced)).toBe(true));
    const deadline = tokensOf(watcher).size + 20 + random.below(60);
    const writing = setInterval(() => {
      for (let i = random.below(5); i > 0; i--) {
        const list = random.pick(writers).doc.getArray<string>('list');
        list.insert(random.below(list.length + 1), [`token ${made++}`]);
      }
    }, 1);
    await until(() => expect(tokensOf(watcher).size).toBeGreaterThan(deadline));
    await running.kill();
    clearInterval(writing);
    const seen = tokensOf(watcher);
    watcher.disconnect();
    for (const writer of writers) writer.disconnect();
    await running.restart();
    // Someone who was never there before has only what the server kept.
    const fresh = connect('fresh');
    await until(() => expect(fresh.synced).toBe(true));
    const kept = tokensOf(fresh);
    expect([...seen].filter((token) => !kept.has(token))).toEqual([]);
    fresh.destroy();
    for (const provider of [...writers, watcher]) provider.connect();
  }
  await until(() => expect(tokensOf(watcher).size).toBe(made));
  expect(running.trouble).toEqual([]);
}, 90_000);
