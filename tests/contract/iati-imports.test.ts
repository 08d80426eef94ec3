import { existsSync } from 'node:fs';
import { and, eq, isNull } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Db } from '#db/db';
import type { ActivityRecord } from '#domain/commitments/types';
import type { ActivityId, IatiImportId } from '#domain/ids';
import { activityCommands } from '#server/features/commitments/commands';
import { activityQueries } from '#server/features/commitments/find-activity';
import { makeExchangeRates } from '#server/features/exchange-rates';
import { writeOrigins } from '#server/features/provenance';
import { buildActivity } from '#tests/factories/activities';
import { dialects, openTestDb } from '#tests/factories/databases';
import {
  activitiesFile,
  chunksOf,
  completeActivity,
  organisationFile,
  transactionText,
} from '#tests/factories/iati';
import { openTestImports, type TestImports } from '#tests/factories/iati-imports';
import { buildInstitution, buildMember, buildWorkspace } from '#tests/factories/workspaces';

describe.each(dialects)('importing IATI on %s', (dialect) => {
  let db: Db;
  let test: TestImports;

  beforeEach(async () => {
    db = await openTestDb(dialect);
    test = await openTestImports(db);
  });
  afterEach(() => db.close());

  const two = activitiesFile([completeActivity('A-1'), completeActivity('A-2')]);

  async function held() {
    const { activities } = db.tables;
    const rows = await db.read.select().from(activities).where(eq(activities.workspaceId, test.workspaceId));
    return rows.sort((a, b) => (String(a.identifier) < String(b.identifier) ? -1 : 1));
  }

  /** What a look gives, again and again, while something is done. */
  async function seenDuring<T>(work: Promise<unknown>, look: () => Promise<T>): Promise<Set<T>> {
    const seen = new Set<T>();
    for (let isOver = false; !isOver; ) {
      seen.add(await look());
      const nextTurn = new Promise<boolean>((resolve) => setImmediate(resolve, false));
      isOver = await Promise.race([work.then(() => true), nextTurn]);
    }
    return seen;
  }

  async function stateOf(importId: IatiImportId) {
    return test.imports.getImport(test.on(importId));
  }

  it('shows what is new and every problem at once, and touches nothing before it is applied', async () => {
    const odd = completeActivity('A-2', { facts: transactionText({ date: '2024-02-31' }) });
    const importId = await test.read(activitiesFile([completeActivity('A-1'), odd, completeActivity('A-1')]));
    const { stored, outcomes } = await stateOf(importId);
    expect(stored.state).toBe('ready');
    expect(outcomes).toEqual({ new: 2, unusable: 1 });
    expect(stored.report.summary).toMatchObject({ activities: 3, transactions: { count: 3 } });
    const { rows } = await test.imports.listProblems({ ...test.on(importId), page: 1, size: 50 });
    expect(rows.map(({ code, grade }) => [code, grade])).toEqual(
      expect.arrayContaining([
        ['date_invalid', 'error'],
        ['schema_invalid', 'error'],
        ['identifier_duplicate', 'error'],
      ]),
    );
    expect(await held()).toEqual([]);
  });

  it('applies what is accepted under the partner that reports it, and records it', async () => {
    const importId = await test.read(two);
    await test.imports.decide({ ...test.on(importId), which: { position: 1 }, decision: 'reject' });
    await test.apply(importId);
    expect(await held()).toMatchObject([
      {
        identifier: 'A-1',
        partnerId: test.bank,
        source: 'iati',
        sourceText: 'file.xml',
        setBy: test.convenor.accountId,
      },
    ]);
    expect((await stateOf(importId)).stored).toMatchObject({ state: 'applied', done: 1, total: 1 });
    expect(test.recorded.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['iati_import.started', 'partner.added', 'iati_import.applied']),
    );
    expect(existsSync(test.files.path(importId))).toBe(false);
    expect(test.errors).toEqual([]);
  });

  it('lets others have their turn again and again while it is applied', async () => {
    const many = Array.from({ length: 25 }, (_, index) => completeActivity(`A-${index}`));
    const importId = await test.read(activitiesFile(many));
    const seen = await seenDuring(test.apply(importId), async () => (await held()).length);
    expect(await held()).toHaveLength(25);
    // What others see grows, where without turns they would see nothing and then all.
    expect(seen.size).toBeGreaterThan(2);
  });

  it('lets others have their turn while all of a long file is decided about, and while it is thrown away', async () => {
    const many = Array.from({ length: 620 }, (_, index) => completeActivity(`A-${index}`));
    const importId = await test.read(activitiesFile(many));
    const { iatiImportRecords: records } = db.tables;
    const accepted = async () => {
      const own = and(eq(records.importId, importId), eq(records.decision, 'accept'));
      return (await db.read.select({ position: records.position }).from(records).where(own)).length;
    };
    const rejecting = test.imports.decide({ ...test.on(importId), which: 'all', decision: 'reject' });
    expect((await seenDuring(rejecting, accepted)).size).toBeGreaterThan(2);
    expect(await accepted()).toBe(0);
    await test.imports.decide({ ...test.on(importId), which: 'all', decision: 'accept' });
    expect((await seenDuring(test.imports.cancelImport(test.on(importId)), accepted)).size).toBeGreaterThan(
      2,
    );
    expect(await accepted()).toBe(0);
  });

  it('is applied as it was decided, also when that is asked for before all is decided about', async () => {
    const many = Array.from({ length: 420 }, (_, index) => completeActivity(`A-${index}`));
    const importId = await test.read(activitiesFile(many));
    const rejecting = test.imports.decide({ ...test.on(importId), which: 'all', decision: 'reject' });
    await Promise.all([rejecting, test.apply(importId)]);
    expect(await held()).toEqual([]);
    expect((await stateOf(importId)).stored).toMatchObject({ state: 'applied', total: 0 });
  });

  it('finds the few that were accepted far behind many that were not, and keeps the words of none of them', async () => {
    const { iatiImportRecords: records } = db.tables;
    const many = Array.from({ length: 420 }, (_, index) =>
      completeActivity(`A-${String(index).padStart(3, '0')}`),
    );
    const importId = await test.read(activitiesFile(many));
    const [first, last] = [{ position: 0 }, { position: 419 }];
    await test.imports.decide({ ...test.on(importId), which: { outcome: 'new' }, decision: 'reject' });
    for (const which of [first, last])
      await test.imports.decide({ ...test.on(importId), which, decision: 'accept' });
    await test.apply(importId);
    expect((await held()).map(({ identifier }) => identifier)).toEqual(['A-000', 'A-419']);
    expect((await stateOf(importId)).stored).toMatchObject({ state: 'applied', done: 2 });
    const kept = await db.read.select().from(records).where(eq(records.importId, importId));
    expect(kept.filter(({ record }) => Object.keys(record).length > 0)).toEqual([]);
  });

  it('gives the open import of the same file back, and finds all of an applied file unchanged', async () => {
    const importId = await test.read(two);
    expect(await test.read(two)).toBe(importId);
    await test.apply(importId);
    const before = await held();
    const again = await test.read(two);
    expect(again).not.toBe(importId);
    expect((await stateOf(again)).outcomes).toEqual({ unchanged: 2 });
    await test.apply(again);
    expect(await held()).toEqual(before);
  });

  it('names the fields that changed, and takes those that were not rejected', async () => {
    await test.apply(await test.read(two));
    const changed = completeActivity('A-1', { title: 'Hospitals', status: '3' });
    const importId = await test.read(activitiesFile([changed]));
    const { rows } = await test.imports.listRecords({ ...test.on(importId), page: 1, size: 10 });
    expect(rows).toMatchObject([{ outcome: 'changed', rejectedFields: [] }]);
    expect(Object.keys(rows[0]?.differences ?? {}).sort()).toEqual(['status', 'titles']);
    await test.imports.rejectFields({ ...test.on(importId), position: 0, fields: ['titles', 'nothing'] });
    await test.apply(importId);
    expect((await held())[0]).toMatchObject({ title: 'Clinics', status: '3' });
  });

  it('still has the fields that were not taken when the file comes again, and takes them then', async () => {
    await test.apply(await test.read(two));
    const coming = activitiesFile([completeActivity('A-1', { title: 'Hospitals', status: '3' })]);
    const importId = await test.read(coming);
    await test.imports.rejectFields({ ...test.on(importId), position: 0, fields: ['titles'] });
    await test.apply(importId);
    const again = await test.read(coming);
    expect((await stateOf(again)).outcomes).toEqual({ changed: 1 });
    await test.apply(again);
    expect((await held())[0]).toMatchObject({ title: 'Hospitals', status: '3' });
    expect((await stateOf(await test.read(coming))).outcomes).toEqual({ unchanged: 1 });
  });

  it('overwrites what was set by hand only where a person says so', async () => {
    await test.apply(await test.read(two));
    const [first] = await held();
    const of = { workspaceId: test.workspaceId, subjectType: 'activity', subjectId: first?.id ?? '' };
    const by = { accountId: test.convenor.accountId, institutionId: test.convenor.institutionId };
    await db.transaction(async (tx) => {
      await tx
        .update(db.tables.activities)
        .set({ title: 'By hand', importHash: null, source: 'hand' })
        .where(eq(db.tables.activities.id, of.subjectId as never));
      await writeOrigins({ db, tx, clock: test.clock }, { of, by, fields: ['title'], source: 'hand' });
    });
    const coming = activitiesFile([completeActivity('A-1', { title: 'From the file', status: '3' })]);
    const importId = await test.read(coming);
    const { rows } = await test.imports.listRecords({ ...test.on(importId), page: 1, size: 10 });
    expect(rows).toMatchObject([{ outcome: 'conflicting', rejectedFields: ['titles'] }]);
    expect(rows[0]?.differences).toMatchObject({
      titles: { isConflict: true },
      status: { isConflict: false },
    });
    await test.apply(importId);
    expect((await held())[0]).toMatchObject({ title: 'By hand', status: '3' });

    const later = await test.read(activitiesFile([completeActivity('A-1', { title: 'Later', status: '3' })]));
    await test.imports.rejectFields({ ...test.on(later), position: 0, fields: [] });
    await test.apply(later);
    expect((await held())[0]).toMatchObject({ title: 'Later' });
  });

  it('sees a conflict in the field that a person has changed, and news in the others', async () => {
    await test.apply(await test.read(two));
    const id = (await held())[0]?.id as ActivityId;
    await editByHand(id, { title: 'By hand' });
    const importId = await test.read(
      activitiesFile([completeActivity('A-1', { title: 'From the file', status: '3' })]),
    );
    const { rows } = await test.imports.listRecords({ ...test.on(importId), page: 1, size: 10 });
    expect(rows[0]?.differences).toMatchObject({
      titles: { isConflict: true },
      status: { isConflict: false },
    });
  });

  it('sees conflicts in all that was entered by hand, also after a field was changed and part of a file taken', async () => {
    await test.apply(await test.read(activitiesFile([completeActivity('A-9')])));
    const on = { actor: test.convenor.actor, workspaceId: test.workspaceId };
    const { activityId } = await activityCommands({ ...test, db }).enterActivity({
      ...on,
      partnerId: test.bank,
      activity: buildActivity({ identifier: 'A-1', title: 'Entered', description: 'By hand', status: '2' }),
    });
    await editByHand(activityId, { title: 'Changed' });
    const differing = async (coming: string) => {
      const importId = await test.read(activitiesFile([coming]));
      const { rows } = await test.imports.listRecords({ ...test.on(importId), page: 1, size: 10 });
      return { importId, differences: rows[0]?.differences };
    };
    const first = await differing(completeActivity('A-1', { status: '3' }));
    for (const field of ['titles', 'descriptions', 'status'])
      expect([field, first.differences?.[field]?.isConflict]).toEqual([field, true]);
    await test.imports.rejectFields({
      ...test.on(first.importId),
      position: 0,
      fields: ['titles', 'descriptions'],
    });
    await test.apply(first.importId);
    expect((await held())[0]).toMatchObject({ title: 'Changed', description: 'By hand', status: '3' });
    const { differences } = await differing(completeActivity('A-1', { title: 'Later', status: '4' }));
    expect(differences).toMatchObject({
      titles: { isConflict: true },
      descriptions: { isConflict: true },
      status: { isConflict: false },
    });
  });

  async function editByHand(activityId: ActivityId, change: Partial<ActivityRecord>): Promise<void> {
    const { record, setAt } = await activityQueries(db).findActivity(test.workspaceId, activityId);
    await activityCommands({ ...test, db }).editActivity({
      ...{ actor: test.convenor.actor, workspaceId: test.workspaceId, activityId, seenAt: setAt },
      activity: { ...record, ...change },
    });
  }

  it('takes a broken-off reading up again from the beginning after a restart', async () => {
    const broken = test.open({
      readFile: async function* (path) {
        yield* takeOne(test.readInPlace(path));
        throw new Error('killed');
      },
    });
    const many = activitiesFile(Array.from({ length: 120 }, (_, index) => completeActivity(`A-${index}`)));
    const importId = await broken.startImport({
      ...test.on('' as IatiImportId),
      fileName: 'f.xml',
      data: chunksOf(many, 10_000),
    });
    await broken.settled();
    // As a kill leaves it: half read, and nobody there to say that it failed.
    await db.transaction(async (tx) => {
      await tx.update(db.tables.iatiImports).set({ state: 'reading' });
    });
    const next = test.open();
    await next.start();
    await next.settled();
    expect(await next.getImport(test.on(importId))).toMatchObject({
      stored: { state: 'ready' },
      outcomes: { new: 120 },
    });
  });

  it('neither doubles nor loses a record when applying is broken off between two batches', async () => {
    const many = activitiesFile(Array.from({ length: 50 }, (_, index) => completeActivity(`A-${index}`)));
    const importId = await test.read(many);
    const dying = test.open();
    const stopped = new Promise<void>((resolve) => {
      const unsubscribe = test.events.subscribe(({ kind }) => {
        if (kind !== 'partner.added') return;
        unsubscribe();
        void dying.stop().then(resolve);
      });
    });
    await dying.applyImport(test.on(importId));
    await stopped;
    const { length } = await held();
    expect(length).toBeGreaterThan(0);
    expect(length).toBeLessThan(50);
    const next = test.open();
    await next.start();
    await next.settled();
    expect(await held()).toHaveLength(50);
    expect(new Set((await held()).map(({ identifier }) => identifier)).size).toBe(50);
    expect((await stateOf(importId)).stored).toMatchObject({ state: 'applied', done: 50 });
  });

  it('throws away after a restart what was left of a cancelled import', async () => {
    const importId = await test.read(two);
    // As a kill leaves it: cancelled, and nothing thrown away yet.
    await db.transaction(async (tx) => {
      await tx.update(db.tables.iatiImports).set({ state: 'cancelled' });
    });
    const next = test.open();
    await next.start();
    await next.settled();
    expect(await db.read.select().from(db.tables.iatiImportRecords)).toEqual([]);
    expect(existsSync(test.files.path(importId))).toBe(false);
  });

  it('can be cancelled while it is looked at, and then leaves nothing and cannot be applied', async () => {
    const importId = await test.read(two);
    await test.imports.cancelImport(test.on(importId));
    expect(existsSync(test.files.path(importId))).toBe(false);
    await expect(test.imports.applyImport(test.on(importId))).rejects.toMatchObject({ code: 'conflict' });
    expect(await held()).toEqual([]);
  });

  it('stops reading when it is cancelled, and leaves nothing of what was read', async () => {
    const many = activitiesFile(Array.from({ length: 200 }, (_, index) => completeActivity(`A-${index}`)));
    let [importId, batches] = ['' as IatiImportId, 0];
    const imports = test.open({
      readFile: async function* (path) {
        const reading = test.readInPlace(path);
        for (let step = await reading.next(); !step.done; step = await reading.next()) {
          yield step.value;
          if (++batches === 1) await imports.cancelImport(test.on(importId));
        }
        throw new Error('It was read to its end.');
      },
    });
    importId = await imports.startImport({
      ...test.on('' as IatiImportId),
      fileName: 'f.xml',
      data: chunksOf(many, 10_000),
    });
    await imports.settled();
    expect(batches).toBe(1);
    expect(await imports.getImport(test.on(importId))).toMatchObject({
      stored: { state: 'cancelled' },
      outcomes: {},
    });
    expect(existsSync(test.files.path(importId))).toBe(false);
    expect(test.errors).toEqual([]);
  });

  it('keeps what was set by hand between the look and the applying', async () => {
    await test.apply(await test.read(two));
    const importId = await test.read(
      activitiesFile([completeActivity('A-1', { title: 'From the file', status: '3' })]),
    );
    const [first] = await held();
    const of = { workspaceId: test.workspaceId, subjectType: 'activity', subjectId: first?.id ?? '' };
    const by = { accountId: test.convenor.accountId, institutionId: test.convenor.institutionId };
    await db.transaction(async (tx) => {
      const set = { description: 'By hand', importHash: null, source: 'hand' as const };
      await tx.update(db.tables.activities).set(set).where(eq(db.tables.activities.identifier, 'A-1'));
      await writeOrigins({ db, tx, clock: test.clock }, { of, by, fields: ['description'], source: 'hand' });
    });
    await test.apply(importId);
    expect((await held())[0]).toMatchObject({ title: 'From the file', status: '3', description: 'By hand' });
  });

  it.each([
    ['malformed', two.replace('</title>', '</tilte>')],
    ['truncated', two.slice(0, -60)],
    ['not_iati', '<html/>'],
    ['version_1', '<iati-activities version="1.05"/>'],
    ['doctype_refused', two.replace('<iati-activities', '<!DOCTYPE x [<!ENTITY a "b">]><iati-activities')],
  ])('refuses a file as %s, says why, and stores nothing of it', async (code, text) => {
    const importId = await test.read(text);
    const { stored, outcomes } = await stateOf(importId);
    expect(stored).toMatchObject({ state: 'refused', report: { refusal: { code }, summary: null } });
    expect(outcomes).toEqual({});
    const { rows } = await test.imports.listProblems({ ...test.on(importId), page: 1, size: 10 });
    expect(rows).toMatchObject([{ code, grade: 'critical' }]);
    expect(existsSync(test.files.path(importId))).toBe(false);
  });

  it('refuses a file beyond the limit while it comes in, and keeps nothing', async () => {
    const small = test.open({ limitBytes: 1_000 });
    const data = chunksOf(two, 100);
    const where = test.on('' as IatiImportId);
    await expect(small.startImport({ ...where, fileName: 'f.xml', data })).rejects.toMatchObject({
      code: 'too_large',
    });
    const list = await small.listImports({ ...where, page: 1, size: 10 });
    expect(list.total).toBe(0);
  });

  it('takes no record of an organisation that nobody has matched, until a person does; and that can be undone', async () => {
    const text = two.replaceAll('XM-TEST-1', 'XM-OTHER-9').replaceAll('Test Bank', 'Other Bank');
    const first = await test.read(text);
    await test.apply(first);
    expect((await stateOf(first)).refusals).toEqual({ not_matched: 2 });
    expect(await held()).toEqual([]);

    const importId = await test.read(text);
    const { organisations } = await test.imports.listOrganisations(test.on(importId));
    expect(organisations[0]).toMatchObject({ key: 'XM-OTHER-9', institutionId: null, isReporting: true });
    const id = await test.imports.confirmMatch({
      ...test.on(importId),
      key: 'XM-OTHER-9',
      institutionId: test.bank,
    });
    expect(id).toBe(test.bank);
    await test.imports.undoMatch({ ...test.on(importId), key: 'XM-OTHER-9' });
    expect((await test.imports.listOrganisations(test.on(importId))).organisations[0]).toMatchObject({
      institutionId: null,
    });
    await test.imports.confirmMatch({ ...test.on(importId), key: 'XM-OTHER-9', institutionId: 'new' });
    await test.apply(importId);
    expect(await held()).toHaveLength(2);
    expect((await held())[0]?.partnerId).not.toBe(test.bank);
  });

  it('says of a match that is taken back what earlier files have booked by it, and where it stays', async () => {
    await test.apply(await test.read(two));
    const text = two.replaceAll('XM-TEST-1', 'XM-OTHER-9').replaceAll('"A-', '"B-').replaceAll('>A-', '>B-');
    const importId = await test.read(text);
    const [matching, key] = [test.on(importId), 'XM-OTHER-9'];
    const booked = async (id: IatiImportId) =>
      (await test.imports.listOrganisations(test.on(id))).organisations[0]?.bookedElsewhere;
    await test.imports.confirmMatch({ ...matching, key, institutionId: test.bank });
    await test.apply(importId);
    const next = await test.read(text.replace('Clinics', 'Wards'));
    expect(await booked(next)).toEqual([]);
    await test.imports.undoMatch({ ...matching, key });
    expect(await booked(next)).toEqual([{ institutionId: test.bank, activities: 2 }]);
    expect(await test.imports.countUnmatched(test.on(next))).toBe(1);
  });

  it('holds each record to the right on its partner', async () => {
    const importId = await test.read(two);
    const stranger = await buildMember(db, { workspaceId: test.workspaceId });
    await test.apply(importId, stranger.actor);
    expect((await stateOf(importId)).refusals).toEqual({ forbidden: 2 });

    const own = await buildMember(db, { workspaceId: test.workspaceId, institutionId: test.bank });
    await test.apply(await test.read(two), own.actor);
    expect(await held()).toHaveLength(2);

    // Somebody acts for the bank now: its convenors do not write its record any more.
    const changed = await test.read(activitiesFile([completeActivity('A-1', { title: 'Other' })]));
    await test.apply(changed);
    expect((await stateOf(changed)).refusals).toEqual({ forbidden: 1 });
  });

  it('is refused to observers, and not there for another workspace', async () => {
    const observer = await buildMember(db, { workspaceId: test.workspaceId, role: 'observer' });
    await expect(test.read(two, { actor: observer.actor })).rejects.toMatchObject({ code: 'forbidden' });
    const importId = await test.read(two);
    const other = await buildWorkspace(db);
    const there = { actor: other.convenor.actor, workspaceId: other.workspaceId, importId };
    const { imports } = test;
    const page = { page: 1, size: 10 };
    const asked = [
      imports.getImport(there),
      imports.listRecords({ ...there, ...page }),
      imports.listProblems({ ...there, ...page }),
      imports.listOrganisations(there),
      imports.applyImport(there),
      imports.cancelImport(there),
      imports.decide({ ...there, which: 'all', decision: 'reject' }),
      imports.rejectFields({ ...there, position: 0, fields: [] }),
      imports.confirmMatch({ ...there, key: 'XM-TEST-1', institutionId: test.bank }),
      imports.undoMatch({ ...there, key: 'XM-TEST-1' }),
    ];
    for (const { status, ...answer } of await Promise.allSettled(asked))
      expect([status, answer]).toMatchObject(['rejected', { reason: { code: 'not_found' } }]);
    expect((await imports.listImports({ ...there, ...page })).total).toBe(0);
    await expect(imports.getImport({ ...there, workspaceId: test.workspaceId })).rejects.toMatchObject({
      code: 'not_found',
    });
  });

  it('another’s activity of the same identifier is not overwritten', async () => {
    await test.apply(await test.read(two));
    await buildInstitution(db, { workspaceId: test.workspaceId });
    const text = activitiesFile([completeActivity('A-1', { title: 'Mine' })]).replaceAll(
      'XM-TEST-1',
      'XM-OTHER-9',
    );
    const importId = await test.read(text);
    await test.imports.confirmMatch({ ...test.on(importId), key: 'XM-OTHER-9', institutionId: 'new' });
    await test.apply(importId);
    expect((await stateOf(importId)).refusals).toEqual({ conflict: 1 });
    expect((await held())[0]).toMatchObject({ title: 'Clinics', partnerId: test.bank });
  });

  it('keeps an organisation’s envelopes, and takes out those that its file no longer names', async () => {
    const envelopes = async () => {
      const table = db.tables.envelopes;
      const rows = await db.read.select().from(table).where(eq(table.workspaceId, test.workspaceId));
      return rows
        .map(({ amount, country, periodStart, status, removedAt }) => [
          country,
          periodStart,
          amount,
          status,
          removedAt !== null,
        ])
        .sort();
    };
    await test.apply(await test.read(organisationFile(['100', '200.50'])));
    expect(await envelopes()).toEqual([
      ['MG', '2024-01-01', '100', 'committed', false],
      ['MG', '2025-01-01', '200.5', 'committed', false],
    ]);
    const again = await test.read(organisationFile(['100', '200.50']));
    expect((await stateOf(again)).outcomes).toEqual({ unchanged: 1 });
    await test.apply(again);
    const fewer = await test.read(organisationFile(['150']));
    expect((await stateOf(fewer)).outcomes).toEqual({ changed: 1 });
    await test.apply(fewer);
    expect(await envelopes()).toEqual([
      ['MG', '2024-01-01', '150', 'committed', false],
      ['MG', '2025-01-01', '200.5', 'committed', true],
    ]);
    expect(test.errors).toEqual([]);
  });

  it('leaves another file’s envelopes alone, though its identifier begins or sounds alike', async () => {
    const { envelopes } = db.tables;
    const amounts = async () => {
      const rows = await db.read.select().from(envelopes).where(isNull(envelopes.removedAt));
      return rows.map(({ importKey, amount }) => `${importKey?.split(' country')[0]}: ${amount}`).sort();
    };
    const alike = ['XM-TEST-1', 'XM-TEST-1 A', 'XM_TEST_1', 'xm-test-1', 'XM-TEST-1 country'];
    for (const identifier of alike) await test.apply(await test.read(organisationFile(['1'], identifier)));
    const first = await test.read(organisationFile(['2'], 'XM-TEST-1'));
    expect((await stateOf(first)).outcomes).toEqual({ changed: 1 });
    await test.apply(first);
    expect(await amounts()).toEqual(
      ['XM-TEST-1: 1', 'XM-TEST-1: 2', 'XM-TEST-1 A: 1', 'XM_TEST_1: 1', 'xm-test-1: 1'].sort(),
    );
    const exported = await test.imports.exportPartner({
      ...test.on(first),
      institutionId: test.bank,
    });
    expect(exported.match(/<recipient-country-budget/g)).toHaveLength(5);
    const [, ownRecord = ''] = exported.split('>XM-TEST-1</organisation-identifier>');
    expect(ownRecord.split('</iati-organisation>')[0]?.match(/<recipient-country-budget/g)).toHaveLength(1);
    expect(test.errors).toEqual([]);
  });

  it('says what envelopes it brought, converted, and what was not', async () => {
    const rates = makeExchangeRates({ db, clock: test.clock, events: test.events });
    const file =
      'Date,Rate,Currency,Frequency,Source,Country code\n2024-12-31,0.5,EUR,A,IMF,U2\nsoon,1,XAF,A,IMF,CM';
    const bytes = new TextEncoder().encode(file);
    const taken = await rates.importRates({ actor: 'operator', fileName: 'imf.csv', bytes });
    expect(taken).toMatchObject({ added: 1, changed: 0, problems: [{ line: 3, code: 'bad_date' }] });
    expect(test.recorded.at(-1)).toMatchObject({
      kind: 'exchange_rate.imported',
      accountId: null,
      after: { fileName: 'imf.csv', added: 1 },
    });
    const text = organisationFile(['100', '7']).replaceAll('currency="USD"', 'currency="EUR"');
    const importId = await test.read(text.replace('value-date="2024-01-01">7', 'value-date="2022-01-01">7'));
    await test.apply(importId);
    expect(await test.imports.sumImported(test.on(importId))).toEqual([
      {
        kind: 'recipient-country-budget',
        currency: 'EUR',
        count: 2,
        amount: '107',
        usd: '200',
        notConverted: { count: 1, amount: '7' },
        withoutAmount: 0,
      },
    ]);
  });
});

async function* takeOne<T, R>(given: AsyncGenerator<T, R>) {
  const step = await given.next();
  if (!step.done) yield step.value;
}
