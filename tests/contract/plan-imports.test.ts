import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { tableWords } from '#app/features/plan-imports/table-words.server';
import type { Db } from '#db/db';
import type { Clock } from '#domain/clock';
import type { DocumentId, InstitutionId, PlanId, PlanImportId, WorkspaceId } from '#domain/ids';
import { readPlan } from '#domain/plans';
import type { RecordedEvent } from '#server/features/events';
import { type MatrixUpload, makePlanImports } from '#server/features/plan-imports';
import type { RunMatrixTask } from '#server/features/plan-imports/matrix-tasks';
import { matrixWork } from '#server/features/plan-imports/matrix-work';
import type { Services } from '#server/services';
import { dialects, openTestDb } from '#tests/factories/databases';
import { englishCsv, malagasySheet, pastedRows } from '#tests/factories/matrices';
import { xlsxOf } from '#tests/factories/matrix-files';
import { buildPlan } from '#tests/factories/plans';
import { type BuiltMember, buildInstitution, buildMember, buildWorkspace } from '#tests/factories/workspaces';

const otherPlan = {
  title: 'Another plan',
  template: 'blank',
  language: 'fr',
  startYear: 2026,
  endYear: 2028,
} as const;

describe.each(dialects)('importing a matrix on %s', (dialect) => {
  let db: Db;
  let services: Services;
  let clock: Clock;
  let recorded: RecordedEvent[];
  let documentId: DocumentId;
  let imports: ReturnType<typeof makePlanImports>;
  let workspaceId: WorkspaceId;
  let convenor: BuiltMember;
  let planId: PlanId;
  let who: InstitutionId;

  beforeEach(async () => {
    db = await openTestDb(dialect);
    ({ services, clock, workspaceId, convenor, planId, documentId } = await buildPlan(db));
    recorded = [];
    services.events.subscribe((event) => recorded.push(event));
    // In place: starting a thread from source takes a second. The last test has a thread.
    imports = openImports({
      runTask: (task, input) => matrixWork({ task, ...input } as never) as Promise<never>,
    });
    who = await buildInstitution(db, { workspaceId, name: 'World Health Organization', acronym: 'OMS' });
  });
  afterEach(() => db.close());

  function openImports(overrides: { runTask?: RunMatrixTask } = {}) {
    const { events, documents, workspaces } = services;
    return makePlanImports({ db, clock, events, documents, workspaces, ...overrides });
  }

  async function start(upload: MatrixUpload): Promise<PlanImportId> {
    return imports.startImport({ actor: convenor.actor, workspaceId, planId, upload });
  }

  const on = (importId: PlanImportId) => ({ actor: convenor.actor, workspaceId, planId, importId });
  const paste = (text = pastedRows): MatrixUpload => ({ kind: 'paste', text });

  async function readDocument() {
    return services.documents.view(documentId, (doc) => readPlan(doc));
  }

  it('shows a French workbook as it will be, and touches nothing before it is confirmed', async () => {
    const id = await start({ kind: 'file', name: 'matrice.xlsx', bytes: await xlsxOf(malagasySheet()) });
    const preview = await imports.previewImport(on(id));
    expect(preview.reading.actions).toHaveLength(5);
    expect(preview.reading.actions[0]!.supporters[1]).toEqual({ institutionId: who, text: 'OMS' });
    expect(preview.stored).toMatchObject({ sourceName: 'matrice.xlsx', appliedAt: null });
    expect((await readDocument()).actions).toEqual([]);
  });

  it('writes everything in one change, and a second time nothing', async () => {
    const id = await start({ kind: 'file', name: 'matrice.xlsx', bytes: await xlsxOf(malagasySheet()) });
    const first = await imports.applyImport(on(id));
    expect(first.written).toEqual({ added: 5, updated: 0, objectivesAdded: 4 });
    const again = await Promise.all([imports.applyImport(on(id)), imports.applyImport(on(id))]);
    expect(again.map(({ written }) => written.added)).toEqual([0, 0]);
    const { actions, objectives } = await readDocument();
    expect(actions.map(({ title }) => title).slice(0, 2)).toEqual([
      'Réviser la loi n° 2015-042 relative à la CSU',
      'Mettre en place un comité de pilotage multisectoriel',
    ]);
    expect(objectives).toHaveLength(4);
    expect(actions[0]!.costs).toMatchObject([
      { year: '2026', amount: '125000500', currency: 'MGA' },
      { year: '2027', amount: '80250000', currency: 'MGA' },
    ]);
    expect(recorded.filter(({ kind }) => kind === 'plan.imported')).toMatchObject([
      { subjectId: planId, after: { actions: 5, objectives: 4, added: 5 } },
    ]);
    expect((await imports.previewImport(on(id))).stored.appliedAt).not.toBeNull();
  });

  it('writes once when two people confirm at the same moment', async () => {
    const id = await start(paste());
    await Promise.all([imports.applyImport(on(id)), imports.applyImport(on(id))]);
    expect((await readDocument()).actions).toHaveLength(2);
    expect(recorded.filter(({ kind }) => kind === 'plan.imported')).toHaveLength(1);
  });

  it('brings matching actions up to date instead of doubling them, and removes nothing', async () => {
    await imports.applyImport(
      on(await start({ kind: 'file', name: 'a.csv', bytes: Buffer.from(englishCsv) })),
    );
    const before = await readDocument();
    const changed = englishCsv
      .replace('"25,000.50"', '30,000')
      .replace('25,000.50', '30,000')
      .replace('Map published', 'Map published');
    const id = await start({
      kind: 'file',
      name: 'b.csv',
      bytes: Buffer.from(`${changed}3;New action;MoH;;2027;2027;10;;;\n`),
    });
    const preview = await imports.previewImport(on(id));
    expect(preview.matching).toBe(2);
    await imports.setMapping({ ...on(id), mapping: { ...preview.stored.mapping, mode: 'update' } });
    const { written } = await imports.applyImport(on(id));
    expect(written).toMatchObject({ added: 1, updated: 2 });
    const after = await readDocument();
    expect(after.actions.map((action) => action.id).slice(0, 2)).toEqual(
      before.actions.map((action) => action.id),
    );
    expect(after.actions[0]!.costs.map(({ amount }) => amount)).toEqual(['30000']);
    expect(after.actions[0]!.indicators).toHaveLength(1);
  });

  it('takes a corrected mapping, and another header row', async () => {
    const id = await start(paste('Titre du tableau\t\nQuoi\tQui\nFormer les agents\tOMS'));
    const { stored } = await imports.previewImport(on(id));
    const columns = stored.mapping.columns.map((column, index) => ({
      ...column,
      field: (['title', 'lead'] as const)[index] ?? column.field,
      confidence: 'chosen' as const,
    }));
    await imports.setMapping({ ...on(id), mapping: { ...stored.mapping, columns } });
    const { reading } = await imports.previewImport(on(id));
    expect(reading.actions[0]).toMatchObject({ title: 'Former les agents', lead: { institutionId: who } });
    await imports.chooseTable({ ...on(id), sheet: 0, header: { row: 0, rows: 1 } });
    expect((await imports.previewImport(on(id))).stored.mapping.headerRow).toBe(0);
    for (const header of [
      { row: 1.5, rows: 1 },
      { row: 0, rows: 0.5 },
    ]) {
      await expect(imports.chooseTable({ ...on(id), sheet: 0, header })).rejects.toMatchObject({
        code: 'invalid_input',
      });
    }
    await expect(imports.chooseTable({ ...on(id), sheet: 3 })).rejects.toMatchObject({
      code: 'invalid_input',
    });
  });

  it('throws the rows away when discarded, and never after they were applied', async () => {
    const id = await start(paste());
    await imports.discardImport(on(id));
    await expect(imports.previewImport(on(id))).rejects.toMatchObject({ code: 'not_found' });
    const applied = await start(paste());
    await imports.applyImport(on(applied));
    await expect(imports.discardImport(on(applied))).rejects.toMatchObject({ code: 'conflict' });
    const { stored } = await imports.previewImport(on(applied));
    await expect(imports.setMapping({ ...on(applied), mapping: stored.mapping })).rejects.toMatchObject({
      code: 'conflict',
    });
  });

  it('stores nothing of a file that it refuses', async () => {
    const refused = start({
      kind: 'file',
      name: 'm.xlsx',
      bytes: Buffer.from('<html><table></table></html>'),
    });
    await expect(refused).rejects.toMatchObject({
      code: 'unsupported_file',
      details: { reason: 'web_page' },
    });
    expect(await db.read.$count(db.tables.planImports)).toBe(0);
    const empty = await start(paste('Activités\tResponsable'));
    await expect(imports.applyImport(on(empty))).rejects.toMatchObject({ code: 'invalid_input' });
  });

  it('is not there for another workspace or another plan, and refused to those who only read', async () => {
    const id = await start(paste());
    const stranger = (await buildWorkspace(db)).convenor;
    const observer = await buildMember(db, { workspaceId, role: 'observer' });
    const elsewhere = stranger.actor.membership.workspaceId;
    for (const ask of [imports.previewImport, imports.applyImport, imports.discardImport]) {
      await expect(ask({ ...on(id), actor: stranger.actor })).rejects.toMatchObject({ code: 'not_found' });
      await expect(ask({ ...on(id), actor: stranger.actor, workspaceId: elsewhere })).rejects.toMatchObject({
        code: 'not_found',
      });
      await expect(ask({ ...on(id), actor: observer.actor })).rejects.toMatchObject({ code: 'forbidden' });
    }
    const elsewherePlan = await services.plans.createPlan({
      actor: convenor.actor,
      workspaceId,
      ...otherPlan,
    });
    for (const ask of [
      imports.getImport,
      imports.previewImport,
      imports.applyImport,
      imports.discardImport,
    ]) {
      await expect(ask({ ...on(id), planId: elsewherePlan.planId })).rejects.toMatchObject({
        code: 'not_found',
      });
    }
    const intrusion = { actor: stranger.actor, workspaceId: elsewhere, planId };
    await expect(imports.startImport({ ...intrusion, upload: paste() })).rejects.toMatchObject({
      code: 'not_found',
    });
    await expect(imports.findPlanForImport(intrusion)).rejects.toMatchObject({ code: 'not_found' });
  });

  it('keeps the event loop turning while a large file is read in its thread', async () => {
    const rows = Array.from({ length: 3000 }, (_, n) => [`Action ${n}`, 'OMS', n]);
    const bytes = await xlsxOf({ name: 'A', rows, merges: [] });
    imports = openImports();
    let isReading = true;
    let turns = 0;
    const started = start({ kind: 'file', name: 'large.xlsx', bytes }).finally(() => {
      isReading = false;
    });
    while (isReading) {
      await new Promise((resolve) => setImmediate(resolve));
      turns++;
    }
    await started;
    expect(turns).toBeGreaterThan(100);
  });

  it('exports what it imported, for members only', async () => {
    await imports.applyImport(
      on(await start({ kind: 'file', name: 'm.xlsx', bytes: await xlsxOf(malagasySheet()) })),
    );
    const words = tableWords('fr', []);
    const ask = { actor: convenor.actor, workspaceId, planId, words };
    const { bytes } = await imports.exportMatrix({ ...ask, as: 'xlsx' });
    const id = await start({ kind: 'file', name: 'again.xlsx', bytes });
    const preview = await imports.previewImport(on(id));
    expect([preview.reading.actions.length, preview.matching]).toEqual([5, 5]);
    const csv = await imports.exportMatrix({ ...ask, as: 'csv' });
    expect(Buffer.from(csv.bytes).toString()).toContain('Institution responsable');
    const stranger = (await buildWorkspace(db)).convenor;
    await expect(imports.exportMatrix({ ...ask, as: 'csv', actor: stranger.actor })).rejects.toMatchObject({
      code: 'not_found',
    });
  });
});
