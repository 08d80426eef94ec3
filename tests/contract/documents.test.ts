import { asc, eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Doc } from 'yjs';
import type { Db } from '#db/db';
import type { DocumentId, WorkspaceId } from '#domain/ids';
import type { Documents } from '#server/features/documents';
import { makeSyncStorage } from '#server/features/documents';
import { makeServices } from '#server/services';
import { makeTestClock } from '#tests/factories/clock';
import { dialects, openTestDb } from '#tests/factories/databases';
import { makeTestFoundation } from '#tests/factories/foundation';
import { buildWorkspace } from '#tests/factories/workspaces';

const system = { accountId: null, institutionId: null };

describe.each(dialects)('documents on %s', (dialect) => {
  let db: Db;
  let documents: Documents;
  let workspaceId: WorkspaceId;

  beforeEach(async () => {
    db = await openTestDb(dialect);
    documents = makeServices(makeTestFoundation(db)).documents;
    ({ workspaceId } = await buildWorkspace(db));
  });
  afterEach(() => db.close());

  function create(seed: (doc: Doc) => void = (doc) => doc.getText('t').insert(0, 'seed')) {
    return db.transaction((tx) => documents.create(tx, { workspaceId, kind: 'plan', seed, author: system }));
  }

  function logOf(id: DocumentId) {
    const { documentUpdates } = db.tables;
    return db.read
      .select()
      .from(documentUpdates)
      .where(eq(documentUpdates.documentId, id))
      .orderBy(asc(documentUpdates.seq));
  }

  it('is seeded once, as the first update of its log', async () => {
    const id = await create();
    const { doc, epoch, seq } = await documents.read(id);
    expect([doc.getText('t').toString(), epoch, seq]).toEqual(['seed', 1, 1]);
    expect(await logOf(id)).toHaveLength(1);
  });

  it('sets clocks of presence apart that never come again, whatever the time of day', async () => {
    const storage = makeSyncStorage({ db, clock: makeTestClock() });
    expect(await storage.reserveStamps({ count: 10, atLeast: 1_000 })).toBe(1_000);
    expect(await storage.reserveStamps({ count: 10, atLeast: 5 })).toBe(1_010);
    const both = [1, 2].map(() => storage.reserveStamps({ count: 10, atLeast: 5 }));
    expect((await Promise.all(both)).sort()).toEqual([1_020, 1_030]);
    expect(await storage.reserveStamps({ count: 10, atLeast: 2_000 })).toBe(2_000);
  });

  it('leaves nothing behind when the transaction that makes it fails', async () => {
    let id: DocumentId | undefined;
    const failing = db.transaction(async (tx) => {
      const seed = (doc: Doc) => doc.getText('t').insert(0, 'x');
      id = await documents.create(tx, { workspaceId, kind: 'plan', seed, author: system });
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    await expect(documents.read(id as DocumentId)).rejects.toMatchObject({ code: 'not_found' });
  });

  it('numbers concurrent changes without a gap, each with its author, and loses none', async () => {
    const id = await create();
    const { convenor } = await buildWorkspace(db);
    const author = { accountId: convenor.accountId, institutionId: convenor.institutionId };
    await Promise.all(
      Array.from({ length: 10 }, (_, i) =>
        documents.change(id, author, (doc) => doc.getMap('m').set(String(i), i)),
      ),
    );
    const rows = await logOf(id);
    expect(rows.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
    expect(rows.slice(1).every((row) => row.accountId === convenor.accountId)).toBe(true);
    expect((await documents.read(id)).doc.getMap('m').size).toBe(10);
  });

  it('gives the same document to whoever loads it from the log', async () => {
    const id = await create();
    await documents.change(id, system, (doc) => doc.getText('t').insert(4, ' and more'));
    const later = makeServices(makeTestFoundation(db)).documents;
    const { doc, seq } = await later.read(id);
    expect([doc.getText('t').toString(), seq]).toEqual(['seed and more', 2]);
  });

  it('does not number a change that changes nothing', async () => {
    const id = await create();
    expect(await documents.change(id, system, () => undefined)).toEqual({ epoch: 1, seq: 1 });
  });

  it('tells its listeners after the commit, and outlives one that throws', async () => {
    const id = await create();
    const told: unknown[] = [];
    documents.onCommitted(() => {
      throw new Error('mine');
    });
    documents.onCommitted((committed) => told.push(committed));
    await documents.change(id, system, (doc) => doc.getMap('m').set('a', 1));
    expect(told).toEqual([{ documentId: id, epoch: 1, seq: 2, authors: [system] }]);
  });

  it('takes in what another process wrote before writing on', async () => {
    const id = await create();
    const other = makeServices(makeTestFoundation(db)).documents;
    await documents.read(id);
    await other.change(id, system, (doc) => doc.getMap('m').set('theirs', 1));
    const mine = () => documents.change(id, system, (doc) => doc.getMap('m').set('ours', 1));
    await expect(mine()).rejects.toMatchObject({ code: 'document_unavailable' });
    await mine();
    expect((await documents.read(id)).doc.getMap('m').toJSON()).toEqual({ ours: 1, theirs: 1 });
    expect((await logOf(id)).map(({ seq }) => seq)).toEqual([1, 2, 3]);
  });
});
