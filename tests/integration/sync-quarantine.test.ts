import { and, eq } from 'drizzle-orm';
import { afterEach, expect, it } from 'vitest';
import type { DocumentId } from '#domain/ids';
import { type Engine, startEngine, until } from '#tests/factories/sync';

const nobody = { accountId: null, institutionId: null };

let engine: Engine;
afterEach(() => engine.close());

async function buildGappy(): Promise<DocumentId> {
  const id = await engine.createDocument();
  for (const word of ['one ', 'two ', 'three '])
    await engine.sync.change(id, nobody, (doc) => doc.getText('t').insert(doc.getText('t').length, word));
  await until(() => expect(engine.sync.stats().rooms).toBe(0));
  return id;
}

function setRow(id: DocumentId, seq: number, bytes: Uint8Array | null) {
  const { documentUpdates } = engine.db.tables;
  const row = and(eq(documentUpdates.documentId, id), eq(documentUpdates.seq, seq));
  return engine.db.transaction(async (tx) => {
    if (bytes)
      await tx.insert(documentUpdates).values({ documentId: id, epoch: 1, seq, at: '2026-01-01', bytes });
    else await tx.delete(documentUpdates).where(row);
  });
}

async function rowOf(id: DocumentId, seq: number) {
  const { documentUpdates } = engine.db.tables;
  const rows = await engine.db.read.select().from(documentUpdates).where(eq(documentUpdates.documentId, id));
  return rows.find((row) => row.seq === seq)?.bytes as Uint8Array;
}

it('a document with a gap in its log is closed with 4423, read once, and the others go on', async () => {
  let loads = 0;
  engine = await startEngine({
    limits: { idleMs: 1 },
    wrap: (storage) => ({
      ...storage,
      load: (documentId, options) => {
        loads++;
        return storage.load(documentId, options);
      },
    }),
  });
  engine.permit('a');
  const id = await buildGappy();
  await setRow(id, 3, null);
  loads = 0;
  for (let i = 0; i < 5; i++)
    expect(await engine.raw('a', id).closed).toEqual({ code: 4423, reason: 'damaged' });
  await expect(engine.sync.read(id)).rejects.toMatchObject({ damage: 'gap' });
  expect(loads).toBe(1);
  expect(engine.sync.stats().quarantined).toBe(1);
  const sound = engine.connect(
    'a',
    await engine.createDocument((doc) => doc.getText('t').insert(0, 'sound')),
  );
  await until(() => expect(sound.doc.getText('t').toString()).toBe('sound'));
});

it('opens by itself once it has been repaired', async () => {
  engine = await startEngine({ limits: { idleMs: 1, quarantineMs: 20 } });
  engine.permit('a');
  const id = await buildGappy();
  const bytes = await rowOf(id, 3);
  await setRow(id, 3, null);
  expect((await engine.raw('a', id).closed).code).toBe(4423);
  await setRow(id, 3, bytes);
  await until(async () => {
    expect((await engine.sync.read(id))?.doc.getText('t').toString()).toBe('one two three ');
  });
  expect(engine.sync.stats().quarantined).toBe(0);
});

it('what stands on an update that nobody can read is not shown without it', async () => {
  engine = await startEngine({ limits: { idleMs: 1 } });
  engine.permit('a');
  const id = await buildGappy();
  await setRow(id, 3, null);
  await setRow(id, 3, new Uint8Array([1, 1, 200, 200, 1]));
  expect((await engine.raw('a', id).closed).code).toBe(4423);
});
