import { and, eq, isNull } from 'drizzle-orm';
import { instant } from '#domain/clock';
import { DomainError } from '#domain/errors';
import type { PlanId, PlanImportId } from '#domain/ids';
import { type WrittenMatrix, writeIntoPlan } from '#domain/plans/matrix';
import { authorise } from '#domain/policy';
import { newId } from '#server/new-id';
import { about, authorOf } from './commands';
import { findImport } from './find-import';
import type { ReadImport } from './read-import';
import type { Dependencies, OnImport } from './types';

interface AppliedImport {
  planId: PlanId;
  written: WrittenMatrix;
}

export function importApplication({
  db,
  clock,
  events,
  documents,
  readImport,
}: Dependencies & { readImport: ReadImport }) {
  const { planImports } = db.tables;

  /** A second click waits for the first; changes of a document made at once do not see each other. */
  const underWay = new Map<PlanImportId, Promise<unknown>>();

  /**
   * Writes the actions into the plan in one change. A second call does nothing, also when the first was cut off
   * between the document and the database: the document itself remembers which imports it has.
   */
  async function applyImport(on: OnImport): Promise<AppliedImport> {
    authorise(on.actor, 'plan.import', on);
    const before = underWay.get(on.importId) ?? Promise.resolve();
    const applying = before.catch(() => undefined).then(() => apply(on));
    underWay.set(on.importId, applying);
    try {
      return await applying;
    } finally {
      if (underWay.get(on.importId) === applying) underWay.delete(on.importId);
    }
  }

  async function apply({ actor, ...place }: OnImport): Promise<AppliedImport> {
    const { importId } = place;
    const { plan, stored } = await findImport(db, place);
    let written: WrittenMatrix = { added: 0, updated: 0, objectivesAdded: 0 };
    if (stored.appliedAt) return { planId: plan.id, written };
    const reading = await readImport(plan, stored, stored.mapping);
    if (reading.actions.length === 0) {
      throw new DomainError({ code: 'invalid_input', details: { field: 'actions' } });
    }
    const { mode } = stored.mapping;
    await documents.change(plan.documentId, authorOf(actor), (doc) => {
      written = writeIntoPlan(doc, reading, { mode, mark: `import:${importId}`, newId });
    });
    await events.commit(authorOf(actor), async (tx, record) => {
      const marked = await tx
        .update(planImports)
        .set({ appliedAt: instant(clock) })
        .where(and(eq(planImports.id, importId), isNull(planImports.appliedAt)))
        .returning({ id: planImports.id });
      if (marked.length === 0) return; // Someone else's click came first and recorded it.
      const problems = reading.problems.filter(({ grade }) => grade !== 'note').length;
      const after = {
        importId,
        sourceName: stored.sourceName,
        actions: reading.actions.length,
        objectives: reading.objectives.length,
        added: written.added,
        updated: written.updated,
        problems,
      };
      await record({ ...about(plan), kind: 'plan.imported', after });
    });
    return { planId: plan.id, written };
  }

  return { applyImport };
}
