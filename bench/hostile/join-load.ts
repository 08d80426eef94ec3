import { once } from 'node:events';
import type { WebSocket } from 'ws';
import * as Y from 'yjs';
import { median } from '../machine';
import { type Delays, HonestPair } from './honest';
import { sleep, syncFrame, type Target } from './target';

const documentBytes = 4 * 2 ** 20;

export interface JoinLoad {
  medianMs: number;
  maxMs: number;
  peakMiB: number;
  cpuMs: number;
  stallMs: number;
  others: Delays;
}

/** 150 people open a document of 4 MB at once, while two write in it: how long each waits, and what it takes. */
export async function joinLoad(
  target: Target,
  { hasLocalCopy, joiners = 150 }: { hasLocalCopy: boolean; joiners?: number },
): Promise<JoinLoad> {
  const id = await target.createDocument(documentBytes);
  const pair = await HonestPair.enter(target, id);
  pair.start();
  await sleep(1_000);
  const { rssMiB } = await target.usage();
  const times = await Promise.all(
    Array.from({ length: joiners }, (_, i) => join(target, id, i, hasLocalCopy)),
  );
  const { peakMiB, cpuMs, stallMs } = await target.usage();
  await sleep(500);
  const others = await pair.stop();
  await target.hangUp();
  return {
    medianMs: median(times),
    maxMs: Math.max(...times),
    peakMiB: peakMiB - rssMiB,
    cpuMs,
    stallMs,
    others,
  };
}

/** From opening the socket to having everything, as a stock client would say it. */
async function join(target: Target, id: string, i: number, hasLocalCopy: boolean): Promise<number> {
  const start = performance.now();
  const socket: WebSocket = target.socket(`joiner${i}`, id);
  const synced = new Promise<number>((resolve) =>
    socket.on('message', (frame: Buffer) => {
      if (frame[0] === 0 && frame[1] === 1) resolve(performance.now() - start);
    }),
  );
  await once(socket, 'open');
  const doc = new Y.Doc();
  // Content of one's own, which nobody else has: the answer fits nobody else.
  if (hasLocalCopy) doc.getText('own').insert(0, 'x');
  socket.send(syncFrame(0, Y.encodeStateVector(doc)));
  return synced;
}
