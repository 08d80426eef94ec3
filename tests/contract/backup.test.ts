import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getTableName, type Table } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { restoreBackup, writeBackup } from '#db/backup';
import type { Db } from '#db/db';
import type { DocumentId } from '#domain/ids';
import { makeNewEpochs } from '#server/backup/new-epochs';
import { readHistory } from '#server/features/documents/history';
import { makeServices } from '#server/services';
import { buildDoc } from '#server/sync/build-doc';
import { makeTestClock } from '#tests/factories/clock';
import { type Dialect, dialects } from '#tests/factories/databases';
import { fillWorkspace } from '#tests/factories/filled-workspace';
import { makeTestFoundation } from '#tests/factories/foundation';
import { buildLog, openArchive } from '#tests/factories/logs';
import { makePlace, type TestPlace } from '#tests/factories/places';

const clock = makeTestClock();
const epoch = Math.floor(clock.now().getTime() / 1_000);
const madeAt = '2026-03-01T00:00:00.000Z';

async function restore(place: TestPlace, file: string, { isForced = false } = {}) {
  return restoreBackup({
    ...place,
    file,
    isForced,
    stamp: '2026-03-02T08-00-00',
    change: makeNewEpochs(clock),
  });
}

async function rowsOf(db: Db) {
  const found: Record<string, unknown[]> = {};
  for (const table of Object.values(db.tables) as Table[]) {
    const rows = await db.read.select().from(table as never);
    found[getTableName(table)] = rows.map((row) => JSON.stringify(row)).sort();
  }
  return found;
}

async function textOf(db: Db, documentId: DocumentId) {
  const tools = openArchive(db);
  const stored = await tools.storage.load(documentId);
  await tools.close();
  return stored && buildDoc(stored).doc.getText('t').toString();
}

describe('backup and restore', () => {
  let dir: string;
  let file: string;
  const places: TestPlace[] = [];
  const open: Db[] = [];

  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'concord-backup-'));
    file = join(dir, 'a.backup');
  });
  afterEach(async () => {
    for (const db of open.splice(0)) await db.close();
    for (const place of places.splice(0)) await place.remove();
    rmSync(dir, { recursive: true, force: true });
  });

  async function place(dialect: Dialect) {
    const made = await makePlace(dialect);
    places.push(made);
    return made;
  }

  async function openIn(made: TestPlace) {
    const db = await made.open();
    open.push(db);
    return db;
  }

  describe.each(dialects.flatMap((from) => dialects.map((to) => [from, to] as const)))(
    'from %s to %s',
    (from, to) => {
      it('gives back every row of every table, but for sessions, and a new epoch', async () => {
        const source = await place(from);
        const before = await openIn(source);
        await fillWorkspace({ db: before, services: makeServices(makeTestFoundation(before)) }, 'mg');
        const { documentId, text } = await buildLog(before, { updates: 120 });
        const tools = openArchive(before);
        await tools.snapshot(documentId, 100);
        await tools.pack(documentId);
        await tools.close();
        const summary = await writeBackup({ ...source, file, madeAt });
        expect(summary.rows.document_segments).toBe(3);

        const target = await place(to);
        expect(await restore(target, file)).toMatchObject({ madeAt, keptAs: null });
        const after = await openIn(target);
        const expected = await rowsOf(before);
        expected.sessions = [];
        expected.password_resets = [];
        const withoutEpochs = (found: Record<string, unknown[]>) =>
          Object.fromEntries(
            Object.entries(found).map(([name, rows]) => [
              name,
              // A jsonb column gives its keys in another order.
              rows
                .map((row) => sortedKeys(JSON.parse(String(row).replace(/"epoch":\d+/, '"epoch":0'))))
                .sort(),
            ]),
          );
        expect(withoutEpochs(await rowsOf(after))).toEqual(withoutEpochs(expected));
        const documents = await after.read.select().from(after.tables.documents);
        expect(new Set(documents.map((document) => document.epoch))).toEqual(new Set([epoch]));
        expect(await textOf(after, documentId)).toBe(text);
        const history = [];
        for await (const entries of readHistory(after, { documentId, epoch })) history.push(...entries);
        expect(history).toHaveLength(120);
      });
    },
  );

  describe.each(dialects)('on %s', (dialect) => {
    it('while people write, holds one point in time of everything', async () => {
      const source = await place(dialect);
      const db = await openIn(source);
      const logs = await Promise.all([buildLog(db, { updates: 30 }), buildLog(db, { updates: 30 })]);
      const tools = openArchive(db, { segmentUpdatesAtLeast: 5, segmentUpdatesAtMost: 10 });
      const author = { accountId: null, institutionId: null };
      let seq = 30;
      let isWriting = true;
      const writing = (async () => {
        while (isWriting) {
          seq++;
          // Both documents in one transaction: a backup that holds one without the other is torn.
          await tools.storage.append(
            logs.map(({ documentId, rows }) => ({
              documentId,
              epoch: 1,
              seq,
              author,
              bytes: rows[0]!.bytes,
            })),
          );
          if (seq % 20 === 0) await tools.snapshot(logs[0]!.documentId);
          if (seq % 20 === 0) await tools.pack(logs[0]!.documentId);
          await new Promise((resolve) => setImmediate(resolve));
        }
      })();
      const files = ['1', '2', '3'].map((name) => join(dir, name));
      let during = 0;
      for (const each of files) {
        const before = seq;
        await writeBackup({ ...source, file: each, madeAt });
        during += seq - before;
      }
      isWriting = false;
      await writing;
      await tools.close();
      expect(during).toBeGreaterThan(0);
      for (const each of files) {
        const target = await place(dialect);
        await restore(target, each);
        const restored = await openIn(target);
        const lengths = [];
        for (const { documentId } of logs) {
          let length = 0;
          for await (const entries of readHistory(restored, { documentId, epoch })) length += entries.length;
          lengths.push(length);
          expect(await textOf(restored, documentId)).toBe(
            logs.find((log) => log.documentId === documentId)!.text,
          );
        }
        expect(lengths[0]).toBe(lengths[1]);
        expect(lengths[0]).toBeGreaterThanOrEqual(30);
      }
    }, 60_000);

    it('restores over data only when told to, and keeps what was there', async () => {
      const source = await place(dialect);
      const db = await source.open();
      const { documentId, text } = await buildLog(db, { updates: 5 });
      await writeBackup({ ...source, file, madeAt });
      const { documentId: later } = await buildLog(db, { updates: 5 });
      await expect(restore(source, file, { isForced: true })).rejects.toThrow('Stop it first');
      await db.close();
      await expect(restore(source, file)).rejects.toThrow('--force');
      const { keptAs } = await restore(source, file, { isForced: true });
      expect(keptAs).toMatch(/before.restore/);
      const restored = await openIn(source);
      expect(await textOf(restored, documentId)).toBe(text);
      expect(await textOf(restored, later)).toBeNull();
    });

    it('restores nothing from a file that is cut short or altered', async () => {
      const source = await place(dialect);
      const db = await openIn(source);
      await buildLog(db, { updates: 5 });
      await writeBackup({ ...source, file, madeAt });
      const whole = readFileSync(file);
      const target = await place(dialect);
      for (const damaged of [
        whole.subarray(0, whole.length - 40),
        Buffer.from('no backup'),
        flipped(whole),
      ]) {
        writeFileSync(file, damaged);
        await expect(restore(target, file)).rejects.toThrow(/cut short|altered|read/);
      }
      const empty = await openIn(target);
      expect(await empty.read.select().from(empty.tables.documents)).toEqual([]);
    });
  });

  it('takes the outgoing mail along, for its owner’s eyes', async () => {
    const source = await place('sqlite');
    await openIn(source);
    mkdirSync(join(source.dataDir, 'outbox'));
    writeFileSync(join(source.dataDir, 'outbox', 'welcome.eml'), 'Bienvenue');
    await writeBackup({ ...source, file, madeAt });
    const target = await place('sqlite');
    await restore(target, file);
    expect(readFileSync(join(target.dataDir, 'outbox', 'welcome.eml'), 'utf8')).toBe('Bienvenue');
  });

  it('never writes over a file', async () => {
    const source = await place('sqlite');
    await openIn(source);
    writeFileSync(file, 'mine');
    await expect(writeBackup({ ...source, file, madeAt })).rejects.toThrow('there already');
    expect(readFileSync(file, 'utf8')).toBe('mine');
  });

  it('gives each restore of one backup an epoch of its own', () => {
    const table = {
      name: 'documents',
      columns: [
        ['id', 'plain'],
        ['epoch', 'plain'],
      ] as [string, 'plain'][],
    };
    const later = makeTestClock('2026-03-02T09:00:00.000Z');
    const [first] = [makeNewEpochs(clock)(table, ['d', 1])];
    expect(makeNewEpochs(later)(table, ['d', 1])).not.toEqual(first);
    expect(makeNewEpochs(clock)(table, ['d', epoch + 5])).toEqual(['d', epoch + 6]);
  });
});

function sortedKeys(value: unknown): string {
  return JSON.stringify(value, (_key, inner) =>
    inner && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}

function flipped(bytes: Buffer): Buffer {
  const copy = Buffer.from(bytes);
  copy[copy.length >> 1] = (copy[copy.length >> 1] ?? 0) ^ 0xff;
  return copy;
}
