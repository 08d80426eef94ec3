import { Worker } from 'node:worker_threads';
import { expect, it } from 'vitest';
import { Compactor } from './compactor';

const failing =
  "require('worker_threads').parentPort.once('message', () => { throw new Error('out of memory'); });";
const working = `
const { parentPort } = require('worker_threads');
parentPort.on('message', ({ id }) => setImmediate(() => parentPort.postMessage({ id, compacted: 'done' })));`;

const nothing = {
  epoch: 1,
  seq: 0,
  snapshot: null,
  updates: [],
  damagedSnapshots: [],
};

it('after its thread has failed the next one works, whatever the first still says', async () => {
  const scripts = [failing, working];
  const started: Worker[] = [];
  const compactor = new Compactor(() => {
    const worker = new Worker(scripts[started.length] as string, { eval: true });
    started.push(worker);
    return worker;
  });
  await expect(compactor.compact(nothing)).rejects.toThrow('out of memory');
  // Asked at once, while the thread that failed has not quite ended.
  expect(await compactor.compact(nothing)).toBe('done');
  expect(started).toHaveLength(2);
  await compactor.stop();
});
