import { and, eq, isNull } from 'drizzle-orm';
import { instant } from '#domain/clock';
import { DomainError } from '#domain/errors';
import type { PlanId, PlanImportId, WorkspaceId } from '#domain/ids';
import { type MatrixMapping, matrixMappingSchema } from '#domain/plans/matrix';
import { authorise } from '#domain/policy';
import type { Actor } from '#domain/workspaces/actor';
import { newId } from '#server/new-id';
import { defaultsOf } from './defaults';
import { findImport, findPlan } from './find-import';
import type { MatrixUpload } from './matrix-tasks';
import type { Dependencies, OnImport, PlanOfImport } from './types';

export function importCommands({ db, clock, events, runTask, workspaces }: Dependencies) {
  const { planImports } = db.tables;

  /**
   * Reads a file or pasted rows and keeps them beside the plan with a guessed mapping; the plan is not touched.
   * Throws `unsupported_file` or `too_large` with a reason, and then nothing is stored.
   */
  async function startImport({
    actor,
    workspaceId,
    planId,
    upload,
  }: {
    actor: Actor;
    workspaceId: WorkspaceId;
    planId: PlanId;
    upload: MatrixUpload;
  }): Promise<PlanImportId> {
    authorise(actor, 'plan.import', { workspaceId });
    const plan = await findPlan(db, workspaceId, planId);
    const defaults = await defaultsOf({ db, workspaces }, plan);
    const { source, mapping } = await runTask('open', { upload, defaults });
    const id = newId<PlanImportId>();
    const sourceName = upload.kind === 'file' ? upload.name.slice(0, 200) : '';
    await events.commit(authorOf(actor), async (tx, record) => {
      await tx.insert(planImports).values({
        id,
        workspaceId,
        planId,
        accountId: actor.accountId,
        sourceName,
        source,
        mapping,
        createdAt: instant(clock),
        appliedAt: null,
      });
      await record({ ...about(plan), kind: 'plan.importStarted', after: { importId: id, sourceName } });
    });
    return id;
  }

  /** Keeps the mapping as a person left it. Throws `conflict` once the import was applied. */
  async function setMapping({ mapping, ...on }: OnImport & { mapping: MatrixMapping }): Promise<void> {
    authorise(on.actor, 'plan.import', on);
    const { plan, stored } = await findImport(db, on);
    const parsed = matrixMappingSchema.safeParse(mapping);
    if (!parsed.success || !stored.source.sheets[mapping.sheet]) {
      throw new DomainError({ code: 'invalid_input', details: { field: 'mapping' } });
    }
    await store(on, plan, parsed.data);
  }

  /** Takes another sheet or another row for the header, and guesses the columns anew. */
  async function chooseTable({
    sheet,
    header,
    ...on
  }: OnImport & { sheet: number; header?: { row: number; rows: number } }): Promise<void> {
    authorise(on.actor, 'plan.import', on);
    const { plan, stored } = await findImport(db, on);
    const rows = stored.source.sheets[sheet]?.rows.length ?? 0;
    const isInside =
      !header ||
      (Number.isInteger(header.row) &&
        Number.isInteger(header.rows) &&
        header.row >= 0 &&
        header.rows >= 0 &&
        header.rows <= 4 &&
        header.row < rows);
    if (rows === 0 || !isInside)
      throw new DomainError({ code: 'invalid_input', details: { field: 'header' } });
    const { source } = stored;
    const defaults = await defaultsOf({ db, workspaces }, plan);
    const guess = await runTask('remap', { source, sheet, defaults, ...(header ? { header } : {}) });
    const { institutions, mode } = stored.mapping;
    await store(on, plan, { ...guess, institutions, mode });
  }

  /** Throws the rows away; the plan was never touched. Throws `conflict` once the import was applied. */
  async function discardImport(on: OnImport): Promise<void> {
    authorise(on.actor, 'plan.import', on);
    const { plan, stored } = await findImport(db, on);
    await events.commit(authorOf(on.actor), async (tx, record) => {
      const gone = await tx.delete(planImports).where(open(on.importId)).returning({ id: planImports.id });
      if (gone.length === 0) throw new DomainError({ code: 'conflict' });
      const after = { importId: on.importId, sourceName: stored.sourceName };
      await record({ ...about(plan), kind: 'plan.importDiscarded', after });
    });
  }

  async function store(
    { actor, importId }: OnImport,
    plan: PlanOfImport,
    mapping: MatrixMapping,
  ): Promise<void> {
    await events.commit(authorOf(actor), async (tx, record) => {
      const changed = await tx
        .update(planImports)
        .set({ mapping })
        .where(open(importId))
        .returning({ id: planImports.id });
      if (changed.length === 0) throw new DomainError({ code: 'conflict' });
      await record({ ...about(plan), kind: 'plan.importMapped', after: { importId } });
    });
  }

  function open(importId: PlanImportId) {
    return and(eq(planImports.id, importId), isNull(planImports.appliedAt));
  }

  return { startImport, setMapping, chooseTable, discardImport };
}

export function about(plan: PlanOfImport) {
  return { workspaceId: plan.workspaceId, subjectType: 'plan', subjectId: plan.id };
}

export function authorOf(actor: Actor) {
  return { accountId: actor.accountId, institutionId: actor.membership?.institutionId ?? null };
}
