import { and, eq, gte, inArray, lte } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Db } from '#db/db';
import type { ActionId, DocumentId } from '#domain/ids';
import { addAction } from '#domain/plans';
import { visitAll } from '#server/doctor/doctor';
import { sayReport } from '#server/doctor/words';
import { makeServices } from '#server/services';
import { buildDoc } from '#server/sync/build-doc';
import { isDamaged } from '#server/sync/damaged';
import { loadDocument } from '#server/sync/load-document';
import { dialects, openTestDb } from '#tests/factories/databases';
import { makeTestFoundation } from '#tests/factories/foundation';
import { buildLog, openArchive } from '#tests/factories/logs';
import { buildPlan, projectedRows } from '#tests/factories/plans';

describe.each(dialects)('the doctor on %s', (dialect) => {
  let db: Db;
  let tools: ReturnType<typeof openArchive>;
  let kept: Map<string, Uint8Array>;

  beforeEach(async () => {
    db = await openTestDb(dialect);
    tools = openArchive(db);
    kept = new Map();
  });
  afterEach(async () => {
    await tools.close();
    await db.close();
  });

  /** 120 entries: three segments up to 100, snapshots at 90 and 110, rows from 101 on. */
  async function buildPacked() {
    const log = await buildLog(db, { updates: 120 });
    await tools.snapshot(log.documentId, 90);
    await tools.snapshot(log.documentId, 100);
    await tools.pack(log.documentId);
    await tools.snapshot(log.documentId, 110);
    return log;
  }

  async function visit({ isRepair }: { isRepair: boolean }) {
    const foundation = makeTestFoundation(db);
    const { plans } = makeServices(foundation);
    const put = (name: string, bytes: Uint8Array) => {
      kept.set(name, bytes);
      return name;
    };
    const reports = [];
    const options = { db, clock: foundation.clock, keep: isRepair ? put : null, rebuild: plans.rebuild };
    for await (const report of visitAll(options)) reports.push(report);
    return reports;
  }

  async function textOf(documentId: DocumentId) {
    try {
      const loaded = await loadDocument({ storage: tools.storage, documentId, open: buildDoc });
      return loaded?.opened.doc.getText('t').toString() ?? null;
    } catch (error) {
      if (isDamaged(error)) return error.damage;
      throw error;
    }
  }

  function rowsBetween(from: number, upto: number) {
    const { documentUpdates: rows } = db.tables;
    return and(gte(rows.seq, from), lte(rows.seq, upto));
  }

  function removeRows(from: number, upto: number) {
    const { documentUpdates } = db.tables;
    return db.transaction(
      async (tx) => void (await tx.delete(documentUpdates).where(rowsBetween(from, upto))),
    );
  }

  async function editSegment(fromSeq: number, change: Record<string, unknown> | null) {
    const { documentSegments: segments } = db.tables;
    await db.transaction(async (tx) => {
      if (change) await tx.update(segments).set(change).where(eq(segments.fromSeq, fromSeq));
      else await tx.delete(segments).where(eq(segments.fromSeq, fromSeq));
    });
  }

  async function editSnapshots(uptoSeqs: number[], change: Record<string, unknown> | null) {
    const { documentSnapshots: snapshots } = db.tables;
    const which = inArray(snapshots.uptoSeq, uptoSeqs);
    await db.transaction(async (tx) => {
      if (change) await tx.update(snapshots).set(change).where(which);
      else await tx.delete(snapshots).where(which);
    });
  }

  /** What is found, and that a repair leaves nothing to be found. Gives the text before and after. */
  async function healed(documentId: DocumentId, findings: object[], { canBeOpened = true } = {}) {
    const before = await textOf(documentId);
    const [seen] = await visit({ isRepair: false });
    expect(seen).toMatchObject({ documentId, findings, canBeOpened, repairs: [], isSound: false });
    expect(seen!.findings).toHaveLength(findings.length);
    const [report] = await visit({ isRepair: true });
    expect(report!.isSound, sayReport(report!).join('\n')).toBe(true);
    expect(report!.repairs.length).toBeGreaterThan(0);
    const [again] = await visit({ isRepair: false });
    expect(again).toMatchObject({ findings: [], canBeOpened: true, isSound: true });
    return { before, after: await textOf(documentId), report: report! };
  }

  it('finds nothing wrong with a sound document, packed or not', async () => {
    await buildLog(db, { updates: 20 });
    await buildPacked();
    const plan = await buildPlan(db);
    await plan.edit(plan.convenor, (doc) => addAction(doc, { id: 'a' as ActionId, title: 'Action' }));
    await plan.services.plans.project(plan.planId);
    const reports = await visit({ isRepair: true });
    expect(reports).toHaveLength(3);
    for (const report of reports) expect(report).toMatchObject({ findings: [], repairs: [], isSound: true });
  });

  it('replaces a snapshot that is not what was written', async () => {
    const { documentId, text } = await buildPacked();
    await editSnapshots([110], { state: new Uint8Array([1, 2, 3]) });
    const { before, after } = await healed(documentId, [{ code: 'snapshot_damaged', uptoSeq: 110 }]);
    expect([before, after]).toEqual([text, text]);
    expect([...kept.keys()]).toEqual([`${documentId}-1-snapshot-110.state`]);
  });

  it('replaces a snapshot that is not what the log gives, though its hash fits', async () => {
    const { documentId, text } = await buildPacked();
    const { documentSnapshots } = db.tables;
    const [older] = await db.read.select().from(documentSnapshots).where(eq(documentSnapshots.uptoSeq, 100));
    await editSnapshots([110], { state: older!.state, hash: older!.hash });
    const { before, after } = await healed(documentId, [{ code: 'snapshot_differs', uptoSeq: 110 }]);
    expect([before, after]).toEqual([text, text]);
  });

  it('marks as lost what is missing from the log where a snapshot has it, and loses no letter', async () => {
    const { documentId, text } = await buildPacked();
    await removeRows(104, 106);
    await editSegment(41, null);
    const { after } = await healed(documentId, [
      { code: 'entries_missing', fromSeq: 41, uptoSeq: 80, isNeeded: false },
      { code: 'entries_missing', fromSeq: 104, uptoSeq: 106, isNeeded: false },
    ]);
    expect(after).toBe(text);
  });

  it('opens a document whose log has a gap that no snapshot covers, with all that does not stand on it', async () => {
    const { documentId, text, rows } = await buildPacked();
    await removeRows(115, 116);
    const findings = [
      { code: 'entries_missing', fromSeq: 115, uptoSeq: 116, isNeeded: true },
      { code: 'updates_unplaced', count: 4 },
    ];
    const { before, after } = await healed(documentId, findings, { canBeOpened: false });
    expect([before, after]).toEqual(['gap', text.slice(0, 114)]);
    // A browser that has what is missing sends it again, and what stood on it.
    const author = { accountId: null, institutionId: null };
    await tools.storage.append(
      rows.slice(114).map(({ bytes }, i) => ({ documentId, epoch: 1, seq: 121 + i, author, bytes })),
    );
    expect(await textOf(documentId)).toBe(text);
  });

  it('keeps who wrote when of a segment whose updates are damaged', async () => {
    const { documentId, text } = await buildPacked();
    await editSegment(41, { updates: new Uint8Array([9, 9, 9]) });
    const { after } = await healed(documentId, [
      { code: 'segment_damaged', fromSeq: 41, uptoSeq: 80, part: 'updates', isNeeded: false },
    ]);
    expect(after).toBe(text);
    expect(kept.get(`${documentId}-1-segment-41.updates`)).toEqual(new Uint8Array([9, 9, 9]));
  });

  it('marks the entries of a segment as lost when not even their authors can be read', async () => {
    const { documentId, text } = await buildPacked();
    await editSegment(81, { authors: new Uint8Array([9]) });
    const { after } = await healed(documentId, [
      { code: 'segment_damaged', fromSeq: 81, uptoSeq: 100, part: 'everything', isNeeded: false },
    ]);
    expect(after).toBe(text);
  });

  it('empties an entry that nobody can read, and keeps its bytes', async () => {
    const { documentId, text } = await buildPacked();
    const bytes = new Uint8Array([1, 1, 200, 200, 1]);
    const { documentUpdates } = db.tables;
    await db.transaction(async (tx) => {
      await tx
        .insert(documentUpdates)
        .values({ documentId, epoch: 1, seq: 121, at: '2026-01-06T08:00:00.000Z', bytes });
    });
    const { before, after } = await healed(documentId, [
      { code: 'update_unreadable', seq: 121, accountId: null },
    ]);
    expect([before, after]).toEqual([text, text]);
    expect(kept.get(`${documentId}-1-entry-121.update`)).toEqual(bytes);
  });

  it('makes up the end of a log that ends before its snapshot', async () => {
    const { documentId, text } = await buildPacked();
    await removeRows(105, 120);
    const { after } = await healed(documentId, [{ code: 'log_behind_snapshot', seq: 104, uptoSeq: 110 }]);
    expect(after).toBe(text.slice(0, 110));
  });

  it('says so when updates were let go of that no snapshot has any more', async () => {
    const { documentId, text } = await buildPacked();
    await tools.storage.forgetUpdates(tools.clock.now().toISOString());
    await editSnapshots([100, 110], null);
    const [report] = await visit({ isRepair: true });
    expect(report).toMatchObject({ documentId, canBeOpened: false, isSound: true });
    expect(report!.findings.map(({ code }) => code)).toContain('updates_gone');
    expect(text.includes((await textOf(documentId)) ?? '?')).toBe(true);
  });

  it('cannot invent a log that is empty', async () => {
    const { documentId } = await buildLog(db, { updates: 3 });
    await removeRows(1, 3);
    const [report] = await visit({ isRepair: true });
    expect(report).toMatchObject({
      documentId,
      findings: [{ code: 'log_empty' }],
      repairs: [],
      isSound: false,
    });
  });

  it('holds the logs of epochs before to account as well', async () => {
    const { documentId } = await buildPacked();
    await db.transaction(async (tx) => {
      const { documents, documentUpdates } = db.tables;
      await tx.update(documents).set({ epoch: 2 }).where(eq(documents.id, documentId));
      await tx.insert(documentUpdates).values({
        documentId,
        epoch: 2,
        seq: 1,
        at: '2026-01-06T08:00:00.000Z',
        bytes: new Uint8Array([0, 0]),
      });
    });
    await editSegment(1, null);
    await healed(documentId, [
      { code: 'entries_missing', epoch: 1, fromSeq: 1, uptoSeq: 40, isNeeded: false },
    ]);
  });

  describe('and the tables of a plan', () => {
    async function buildProjected() {
      const plan = await buildPlan(db);
      for (const id of ['a', 'b'])
        await plan.edit(plan.convenor, (doc) =>
          addAction(doc, { id: id as ActionId, title: `Action ${id}` }),
        );
      await plan.services.plans.project(plan.planId);
      return { ...plan, rows: await projectedRows(db, plan.planId) };
    }

    it('makes them anew where they differ from the document', async () => {
      const { documentId, planId, rows } = await buildProjected();
      const { planActions, planProjections } = db.tables;
      await db.transaction(async (tx) => {
        await tx
          .update(planActions)
          .set({ title: 'Another' })
          .where(eq(planActions.id, 'a' as ActionId));
        await tx.delete(planActions).where(eq(planActions.id, 'b' as ActionId));
        await tx.update(planProjections).set({ narrativeText: 'Another' });
      });
      await healed(documentId, [
        { code: 'projection_differs', actions: 2, objectives: false, narrative: true },
      ]);
      expect(await projectedRows(db, planId)).toEqual(rows);
    });

    it('makes them anew where they claim to be ahead of the log', async () => {
      const { documentId } = await buildProjected();
      await db.transaction(async (tx) => void (await tx.update(db.tables.planProjections).set({ seq: 99 })));
      await healed(documentId, [{ code: 'projection_ahead', seq: 99, head: 3 }]);
    });

    it('leaves alone those that are only behind', async () => {
      const plan = await buildProjected();
      await plan.edit(plan.convenor, (doc) => addAction(doc, { id: 'c' as ActionId, title: 'Action c' }));
      expect(await visit({ isRepair: true })).toMatchObject([{ findings: [], repairs: [] }]);
    });
  });
});
