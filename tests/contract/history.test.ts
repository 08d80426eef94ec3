import { asc, eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Db } from '#db/db';
import type { DocumentId } from '#domain/ids';
import { type LoggedEntry, readHistory } from '#server/features/documents/history';
import { buildDoc } from '#server/sync/build-doc';
import { dialects, openTestDb } from '#tests/factories/databases';
import { buildLog, openArchive } from '#tests/factories/logs';

describe.each(dialects)('the history of a document on %s', (dialect) => {
  let db: Db;
  let tools: ReturnType<typeof openArchive>;
  beforeEach(async () => {
    db = await openTestDb(dialect);
    tools = openArchive(db);
  });
  afterEach(async () => {
    await tools.close();
    await db.close();
  });

  async function entriesOf(documentId: DocumentId, after = 0) {
    const all: LoggedEntry[] = [];
    for await (const entries of readHistory(db, { documentId, epoch: 1, after })) all.push(...entries);
    return all;
  }

  async function textOf(documentId: DocumentId) {
    const stored = await tools.storage.load(documentId);
    return stored && buildDoc(stored).doc.getText('t').toString();
  }

  function segmentsOf(documentId: DocumentId) {
    const { documentSegments } = db.tables;
    return db.read
      .select()
      .from(documentSegments)
      .where(eq(documentSegments.documentId, documentId))
      .orderBy(asc(documentSegments.fromSeq));
  }

  async function rowsOf(documentId: DocumentId) {
    const { documentUpdates } = db.tables;
    const rows = await db.read
      .select({ seq: documentUpdates.seq })
      .from(documentUpdates)
      .where(eq(documentUpdates.documentId, documentId))
      .orderBy(asc(documentUpdates.seq));
    return rows.map(({ seq }) => seq);
  }

  it('says who wrote what and when, from segments as from rows', async () => {
    const { documentId, rows, text } = await buildLog(db, { updates: 130 });
    const before = await entriesOf(documentId);
    expect(before.map(({ at, author: { accountId }, bytes }) => ({ at, accountId, bytes }))).toEqual(
      rows.map(({ at, accountId, bytes }) => ({ at, accountId, bytes })),
    );
    await tools.snapshot(documentId, 120);
    await tools.pack(documentId);
    expect((await segmentsOf(documentId)).map(({ fromSeq, uptoSeq }) => [fromSeq, uptoSeq])).toEqual([
      [1, 40],
      [41, 80],
      [81, 120],
    ]);
    expect(await rowsOf(documentId)).toEqual([121, 122, 123, 124, 125, 126, 127, 128, 129, 130]);
    expect(await entriesOf(documentId)).toEqual(before);
    expect(await entriesOf(documentId, 55)).toEqual(before.slice(55));
    expect(await textOf(documentId)).toBe(text);
  });

  it('never packs what no snapshot covers, nor the last row, nor what is new', async () => {
    const { documentId, rows } = await buildLog(db, { updates: 60 });
    await tools.pack(documentId);
    expect(await segmentsOf(documentId)).toEqual([]);
    await tools.snapshot(documentId);
    await tools.pack(documentId);
    expect(await rowsOf(documentId)).toEqual([60]);

    const young = await buildLog(db, { updates: 60 });
    await tools.snapshot(young.documentId);
    const sinceThe31st = tools.clock.now().getTime() - Date.parse(rows[30]!.at);
    const later = openArchive(db, { archiveAfterMs: sinceThe31st });
    await later.pack(young.documentId);
    await later.close();
    expect((await rowsOf(young.documentId))[0]).toBe(31);
  });

  it('refuses a segment whose rows are not all there, and changes nothing', async () => {
    const { documentId } = await buildLog(db, { updates: 30 });
    await tools.snapshot(documentId, 20);
    const found = await tools.storage.archivable({
      documentId,
      before: tools.clock.now().toISOString(),
      atMost: 20,
      atMostBytes: 1_000_000,
    });
    const segment = await tools.compactor.pack(found!.rows);
    const save = (upto: number) =>
      tools.storage.saveSegment({ documentId, epoch: 1, ...segment, uptoSeq: upto });
    await expect(save(21)).rejects.toThrow('covered');
    await save(20);
    await expect(save(20)).rejects.toThrow('there');
    expect(await rowsOf(documentId)).toEqual([21, 22, 23, 24, 25, 26, 27, 28, 29, 30]);
  });

  it('loads from the snapshot before, and from the whole log, where snapshots are not what was written', async () => {
    const { documentId, text } = await buildLog(db, { updates: 90 });
    for (const upto of [50, 80]) await tools.snapshot(documentId, upto);
    await tools.pack(documentId);
    const { documentSnapshots } = db.tables;
    for (const [uptoSeq, damaged] of [
      [80, [80]],
      [50, [80, 50]],
    ] as const) {
      await db.transaction((tx) =>
        tx
          .update(documentSnapshots)
          .set({ state: new Uint8Array([1, 2, 3]) })
          .where(eq(documentSnapshots.uptoSeq, uptoSeq))
          .then(() => undefined),
      );
      const stored = await tools.storage.load(documentId);
      expect(stored?.damagedSnapshots).toEqual(damaged);
      expect(await textOf(documentId)).toBe(text);
    }
  });

  it('gives whoever is behind what has been packed meanwhile', async () => {
    const { documentId, rows } = await buildLog(db, { updates: 60 });
    await tools.snapshot(documentId);
    await tools.pack(documentId);
    const news = await tools.storage.loadAfter({ documentId, epoch: 1, seq: 30 });
    expect(news?.updates).toEqual(rows.slice(30).map(({ bytes }) => bytes));
  });

  it('throws at a gap instead of going over it', async () => {
    const { documentId } = await buildLog(db, { updates: 20 });
    const { documentUpdates } = db.tables;
    await db.transaction((tx) =>
      tx
        .delete(documentUpdates)
        .where(eq(documentUpdates.seq, 7))
        .then(() => undefined),
    );
    await expect(entriesOf(documentId)).rejects.toMatchObject({ damage: 'gap' });
    await expect(tools.storage.load(documentId)).rejects.toMatchObject({ damage: 'gap' });
  });

  it('lets go of what was written long ago, never of by whom, nor of what the document needs', async () => {
    const { documentId, rows, text } = await buildLog(db, { updates: 100 });
    await tools.snapshot(documentId, 95);
    await tools.pack(documentId);
    const before = await entriesOf(documentId);
    const everythingBefore = tools.clock.now().toISOString();
    expect(await tools.storage.forgetUpdates(everythingBefore)).toBe(0); // One snapshot alone is not trusted.
    await tools.snapshot(documentId, 98);
    expect(await tools.storage.forgetUpdates(rows[60]!.at)).toBe(1);
    expect(await tools.storage.forgetUpdates(everythingBefore)).toBe(2);
    const after = await entriesOf(documentId);
    expect(after.map(({ bytes: _, ...entry }) => entry)).toEqual(
      before.map(({ bytes: _, ...entry }) => entry),
    );
    expect(after.filter(({ bytes }) => bytes).map(({ seq }) => seq)).toEqual([96, 97, 98, 99, 100]);
    expect(await textOf(documentId)).toBe(text);
  });
});
