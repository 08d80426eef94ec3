import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { anyPart } from '#domain/commitments/filters';
import type { DocumentId, WorkspaceId } from '#domain/ids';
import { buildDoc } from '#server/sync/build-doc';
import { Content } from '#server/sync/content';
import { hashOf } from '#server/sync/segments';
import { openTestCommitments } from '#tests/factories/commitments';
import { dialects } from '#tests/factories/databases';
import { openArchive } from '#tests/factories/logs';
import { type OlderDatabase, openOlderDatabase } from '#tests/factories/older-database';

const at = '2026-01-05T08:00:00.000Z';

describe.each(dialects)('a filled database of an earlier version on %s', (dialect) => {
  let older: OlderDatabase;
  afterEach(() => older.close());

  describe('from before logs were packed', () => {
    beforeEach(async () => {
      older = await openOlderDatabase(dialect, '0001_append_only');
    });

    it('keeps its logs and snapshots, and its old rows can be packed', async () => {
      const doc = new Y.Doc();
      const updates: Uint8Array[] = [];
      doc.on('update', (update: Uint8Array) => updates.push(update));
      for (let i = 0; i < 40; i++) doc.getText('t').insert(i, 'x');
      await older.run(
        'INSERT INTO workspaces (id, slug, name, country, currency, languages, created_at) VALUES (?, ?, ?, ?, ?, ?, ?)',
        ['w', 'mg', 'Plan', 'MG', 'MGA', '["fr"]', at],
      );
      await older.run(
        'INSERT INTO documents (id, workspace_id, kind, epoch, created_at) VALUES (?, ?, ?, ?, ?)',
        ['d', 'w', 'plan', 1, at],
      );
      for (const [i, bytes] of updates.entries())
        await older.run(
          'INSERT INTO document_updates (document_id, epoch, seq, at, bytes) VALUES (?, ?, ?, ?, ?)',
          ['d', 1, i + 1, at, bytes],
        );
      await older.run(
        'INSERT INTO document_snapshots (document_id, epoch, upto_seq, state) VALUES (?, ?, ?, ?)',
        ['d', 1, 40, Y.encodeStateAsUpdate(doc)],
      );

      const db = await older.upgrade();
      const documentId = 'd' as DocumentId;
      const tools = openArchive(db);
      await tools.pack(documentId);
      const stored = await tools.storage.load(documentId);
      expect(stored && buildDoc(stored).doc.getText('t').toString()).toBe('x'.repeat(40));
      expect(stored).toMatchObject({ epoch: 1, seq: 40, damagedSnapshots: [] });
      expect(stored?.snapshot).toMatchObject({ uptoSeq: 40, stateVector: null, isProven: false });
      expect(await db.read.select().from(db.tables.documentSegments)).toMatchObject([
        { fromSeq: 1, uptoSeq: 39 },
      ]);
      await tools.close();
    });
  });

  describe('from before snapshots said how far each client goes', () => {
    beforeEach(async () => {
      older = await openOlderDatabase(dialect, '0003_registry');
    });

    it('keeps its snapshots, of which that is found out, and its next ones say so', async () => {
      const doc = new Y.Doc();
      const updates: Uint8Array[] = [];
      doc.on('update', (update: Uint8Array) => updates.push(update));
      for (let i = 0; i < 40; i++) doc.getText('t').insert(i, 'x');
      await older.run(
        'INSERT INTO workspaces (id, slug, name, country, currency, languages, created_at) VALUES (?, ?, ?, ?, ?, ?, ?)',
        ['w', 'mg', 'Plan', 'MG', 'MGA', '["fr"]', at],
      );
      await older.run(
        'INSERT INTO documents (id, workspace_id, kind, epoch, created_at) VALUES (?, ?, ?, ?, ?)',
        ['d', 'w', 'plan', 1, at],
      );
      for (const [i, bytes] of updates.entries())
        await older.run(
          'INSERT INTO document_updates (document_id, epoch, seq, at, bytes) VALUES (?, ?, ?, ?, ?)',
          ['d', 1, i + 1, at, bytes],
        );
      const state = Y.mergeUpdates(updates.slice(0, 30));
      await older.run(
        'INSERT INTO document_snapshots (document_id, epoch, upto_seq, state, hash) VALUES (?, ?, ?, ?, ?)',
        ['d', 1, 30, state, hashOf(state)],
      );

      const db = await older.upgrade();
      const documentId = 'd' as DocumentId;
      const tools = openArchive(db);
      const stored = await tools.storage.load(documentId);
      expect(stored?.snapshot).toMatchObject({ uptoSeq: 30, stateVector: null, isProven: true });
      expect(stored && Content.stored(stored)?.clocks().get(doc.clientID)).toBe(40);
      await tools.snapshot(documentId);
      const next = await tools.storage.load(documentId);
      expect(Buffer.from(next?.snapshot?.stateVector ?? []).equals(Y.encodeStateVector(doc))).toBe(true);
      await tools.close();
    });
  });

  describe('from before lists of commitments were read from an index alone', () => {
    beforeEach(async () => {
      older = await openOlderDatabase(dialect, '0005_dialogues');
    });

    it('has its activities in the same order, and its partners with the same totals', async () => {
      await older.run(
        'INSERT INTO workspaces (id, slug, name, country, currency, languages, created_at) VALUES (?, ?, ?, ?, ?, ?, ?)',
        ['w', 'mg', 'Plan', 'MG', 'MGA', '["fr"]', at],
      );
      await older.run(
        "INSERT INTO institutions (id, kind, name_en, name_fr, name_es, acronym, created_at) VALUES (?, 'bank', 'B', 'B', 'B', 'B', ?)",
        ['p', at],
      );
      await older.run(
        "INSERT INTO partner_profiles (workspace_id, institution_id, about, website, instruments, modalities, created_at) VALUES ('w', 'p', '', '', '[]', '[]', ?)",
        [at],
      );
      for (const [id, title, removedAt] of [
        ['b', 'wells', null],
        ['a', 'clinics', null],
        ['c', 'gone', at],
      ] as const)
        await older.run(
          `INSERT INTO activities (id, workspace_id, partner_id, title, searched, description, details, source, source_text, set_at, created_at, removed_at)
           VALUES (?, 'w', 'p', ?, ?, '', '{}', 'person', '', ?, ?, ${removedAt ? '?' : 'null'})`,
          [id, title, title, at, at, ...(removedAt ? [removedAt] : [])],
        );
      for (const [year, amount] of [
        [-1, '30.10'],
        [2024, '30.10'],
      ] as const)
        await older.run(
          `INSERT INTO commitment_totals (workspace_id, grain, country, kind, year, fiscal_year_start, partner_id, theme, currency, amount, usd, local, parts, without_usd, without_local)
           VALUES ('w', 'country_partner', 'MG', 'committed', ?, ?, 'p', '', 'USD', ?, ?, '0', 1, 0, 1)`,
          [year, year === -1 ? '' : '2024-01-01', amount, amount],
        );

      const db = await older.upgrade();
      const { commitments } = openTestCommitments(db);
      const workspaceId = 'w' as WorkspaceId;
      const filter = { ...anyPart, search: '', status: null, problem: null };
      const listed = (isDescending: boolean) =>
        commitments.listActivities(workspaceId, {
          ...{ filter, page: 1, size: 10 },
          sort: { key: 'title', isDescending },
        });
      expect((await listed(false)).rows.map(({ id }) => id)).toEqual(['a', 'b']);
      expect(await listed(true)).toMatchObject({ rows: [{ id: 'b' }, { id: 'a' }], total: 2 });
      for (const of of [
        { year: null, fiscalYear: null },
        { year: 2024, fiscalYear: null },
        { year: null, fiscalYear: '2024-01-01' },
      ]) {
        const { rows } = await commitments.countryPartners(workspaceId, {
          ...{ country: 'MG', language: 'en', page: 1, ...of },
        });
        expect(rows).toMatchObject([{ partner: { id: 'p' }, byKind: { committed: [{ amount: '30.1' }] } }]);
      }
    });
  });
});
