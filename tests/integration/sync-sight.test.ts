import { afterEach, expect, it } from 'vitest';
import { type Engine, startEngine, syncFrame, until } from '#tests/factories/sync';

let engine: Engine;
afterEach(() => engine.close());

function keepLines() {
  const lines: Record<string, unknown>[] = [];
  const keep = (fields: object) => void lines.push({ ...fields });
  return { lines, log: { info: keep, warn: keep, error: keep } };
}

it('tells of commits, of what came and went, and of why connections ended', async () => {
  engine = await startEngine();
  for (const name of ['a', 'b']) engine.permit(name);
  const id = await engine.createDocument();
  const [a, b] = [engine.connect('a', id), engine.connect('b', id)];
  await until(() => expect([a.synced, b.synced]).toEqual([true, true]));
  a.doc.getText('t').insert(0, 'hello');
  await until(() => expect(b.doc.getText('t').toString()).toBe('hello'));
  const stats = engine.sync.stats();
  expect(stats).toMatchObject({ connections: 2, updates: 1, queuedBytes: 0, atDoors: 0 });
  expect(Math.min(stats.bytesIn, stats.bytesOut, stats.roomHeapBytes)).toBeGreaterThan(0);
  b.destroy();
  const hostile = engine.raw('b', id);
  await hostile.status;
  hostile.send(Uint8Array.of(0, 9));
  await hostile.closed;
  await until(() => {
    const metrics = engine.sync.metrics();
    expect(metrics).toContain('concord_sync_commit_seconds_count 1\n');
    expect(metrics).toContain('concord_sync_broadcast_seconds_count 1\n');
    expect(metrics).toContain('concord_sync_closes_total{code="4400"} 1\n');
    expect(metrics).toMatch(/closes_total\{code="100[05]"\} 1\n/);
  });
});

it('writes a line for a client that was cut off, with its reason', async () => {
  const { lines, log } = keepLines();
  engine = await startEngine({ log, limits: { maxFrameBytes: 1_000 } });
  engine.permit('a');
  const id = await engine.createDocument();
  const malformed = engine.raw('a', id);
  await malformed.status;
  malformed.send(syncFrame(2, Uint8Array.of(9, 9, 9)));
  await malformed.closed;
  const large = engine.raw('a', id);
  await large.status;
  large.send(new Uint8Array(1_001));
  await large.closed;
  await until(() =>
    expect(lines.map(({ code, accountId, documentId }) => [code, accountId, documentId])).toEqual([
      [4400, 'a', id],
      [1009, 'a', id],
    ]),
  );
  expect(lines[0]).toMatchObject({ reason: 'malformed', network: '127.0.0.1', bytesIn: 6 });
});
