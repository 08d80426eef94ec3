import { and, count, eq, inArray, isNull, ne, type SQL } from 'drizzle-orm';
import type { Tx } from '#db/db';
import { makeMutex } from '#db/mutex';
import { instant } from '#domain/clock';
import { DomainError } from '#domain/errors';
import type { RecordOutcome } from '#domain/iati-imports/differences';
import { canStep } from '#domain/iati-imports/states';
import type { IatiImportId, WorkspaceId } from '#domain/ids';
import { newId } from '#server/new-id';
import { about, findImport, takeStep } from './find-import';
import { authoriseImporter, authorOfImporter } from './importer';
import type { Jobs } from './jobs';
import { recordStretches } from './stretches';
import { type Dependencies, emptyReport, type Importer, type OnImport } from './types';

export function importCommands({ db, clock, events, files, jobs }: Dependencies & { jobs: Jobs }) {
  const { iatiImports, iatiImportRecords: records, iatiImportProblems: problems } = db.tables;
  const stretches = recordStretches({ db });
  const turns = new Map<IatiImportId, ReturnType<typeof makeMutex>>();

  /** Deciding about all of a long file takes a while: what is decided or applied of it meanwhile waits for that. */
  function inTurn(importId: IatiImportId, work: () => Promise<void>): Promise<void> {
    const turn = turns.get(importId) ?? makeMutex();
    turns.set(importId, turn);
    return turn(work);
  }

  /**
   * Takes a file in and starts reading it. The same file that is still open in the workspace is not read twice: the
   * import that has it is given back. Throws `too_large`, and then nothing is kept.
   */
  async function startImport({
    actor,
    workspaceId,
    fileName,
    data,
  }: {
    actor: Importer;
    workspaceId: WorkspaceId;
    fileName: string;
    data: AsyncIterable<Uint8Array>;
  }): Promise<IatiImportId> {
    authoriseImporter(actor, workspaceId);
    const id = newId<IatiImportId>();
    const { bytes, hash } = await files.put(id, data);
    const same = await findSame(workspaceId, hash);
    if (same) {
      await files.remove(id);
      return same;
    }
    const author = authorOfImporter(actor);
    await events.commit(author, async (tx, record) => {
      await tx.insert(iatiImports).values({
        id,
        workspaceId,
        ...author,
        fileName: fileName.slice(0, 200),
        fileBytes: bytes,
        fileHash: hash,
        state: 'reading',
        done: 0,
        total: bytes,
        report: { ...emptyReport },
        createdAt: instant(clock),
        changedAt: instant(clock),
        appliedAt: null,
      });
      const after = { importId: id, fileName };
      await record({ ...about({ id, workspaceId }), kind: 'iati_import.started', after });
    });
    jobs.nudge({ workspaceId, importId: id });
    return id;
  }

  async function findSame(workspaceId: WorkspaceId, hash: string): Promise<IatiImportId | null> {
    const [same] = await db.read
      .select({ id: iatiImports.id })
      .from(iatiImports)
      .where(
        and(
          eq(iatiImports.workspaceId, workspaceId),
          eq(iatiImports.fileHash, hash),
          inArray(iatiImports.state, ['reading', 'ready', 'applying']),
        ),
      );
    return same?.id ?? null;
  }

  /** Writes what is accepted, as a job, in the name of who asks. */
  async function applyImport({ actor, ...place }: OnImport): Promise<void> {
    authoriseImporter(actor, place.workspaceId);
    const author = authorOfImporter(actor);
    const apply = async (tx: Tx) => {
      const [accepted] = await tx
        .select({ count: count() })
        .from(records)
        .where(
          and(
            eq(records.importId, place.importId),
            eq(records.decision, 'accept'),
            ne(records.outcome, 'unusable'),
          ),
        );
      await takeStep({ db, tx, clock }, place, 'apply', { done: 0, total: accepted?.count ?? 0 });
      await tx.update(iatiImports).set(author).where(eq(iatiImports.id, place.importId));
    };
    await inTurn(place.importId, () => db.transaction(apply));
    turns.delete(place.importId);
    jobs.nudge(place);
  }

  /** Ends an import. What was applied already stays; the rest is thrown away. */
  async function cancelImport({ actor, ...place }: OnImport): Promise<void> {
    authoriseImporter(actor, place.workspaceId);
    const stored = await findImport({ db }, place);
    await events.commit(authorOfImporter(actor), async (tx, record) => {
      await takeStep({ db, tx, clock }, place, 'cancel');
      await tx.delete(problems).where(eq(problems.importId, place.importId));
      const after = { importId: place.importId, fileName: stored.fileName };
      await record({ ...about(stored), kind: 'iati_import.cancelled', after });
    });
    turns.delete(place.importId);
    await jobs.clear(place.importId);
  }

  /** Reads a file again whose reading or applying failed. */
  async function retryImport({ actor, ...place }: OnImport): Promise<void> {
    authoriseImporter(actor, place.workspaceId);
    const { fileBytes } = await findImport({ db }, place);
    await db.transaction((tx) => takeStep({ db, tx, clock }, place, 'retry', { done: 0, total: fileBytes }));
    jobs.nudge(place);
  }

  /** Accepts or rejects one record, or all of an outcome, or all; `withConflicts` takes the file's side in conflicts, too. */
  async function decide({
    actor,
    which,
    decision,
    withConflicts = false,
    ...place
  }: OnImport & {
    which: { position: number } | { outcome: RecordOutcome } | 'all';
    decision: 'accept' | 'reject';
    withConflicts?: boolean;
  }): Promise<void> {
    authoriseImporter(actor, place.workspaceId);
    const decideWithin = (within: SQL | undefined) =>
      changeOpen({ actor, ...place }, async (tx) => {
        await tx
          .update(records)
          .set(withConflicts ? { decision, rejectedFields: [] } : { decision })
          .where(
            and(
              within,
              ne(records.outcome, 'unusable'),
              isNull(records.appliedAt),
              // Of a large file most say so already, and each that is written anew is written with all its words.
              withConflicts ? undefined : ne(records.decision, decision),
              which !== 'all' && 'outcome' in which ? eq(records.outcome, which.outcome) : undefined,
            ),
          );
      });
    await inTurn(place.importId, async () => {
      if (which !== 'all' && 'position' in which) await decideWithin(oneAt(place.importId, which.position));
      else await stretches.each(place.importId, decideWithin);
    });
  }

  /** Says of one record which of its differing fields are not taken. */
  async function rejectFields({
    actor,
    position,
    fields,
    ...place
  }: OnImport & { position: number; fields: readonly string[] }): Promise<void> {
    authoriseImporter(actor, place.workspaceId);
    const reject = async (tx: Tx) => {
      const one = oneAt(place.importId, position);
      const [row] = await tx.select({ differences: records.differences }).from(records).where(one);
      if (!row) throw new DomainError({ code: 'not_found' });
      const rejectedFields = fields.filter((field) => row.differences[field] !== undefined);
      // Who says what is taken of a record has decided about it.
      await tx.update(records).set({ rejectedFields }).where(one);
      const undecided = and(one, eq(records.decision, 'undecided'));
      await tx.update(records).set({ decision: 'accept' }).where(undecided);
    };
    await inTurn(place.importId, () => changeOpen({ actor, ...place }, reject));
  }

  function oneAt(importId: IatiImportId, position: number): SQL | undefined {
    return and(eq(records.importId, importId), eq(records.position, position));
  }

  /** Decisions are taken between reading and applying. */
  async function changeOpen({ actor, ...place }: OnImport, work: (tx: Tx) => Promise<void>): Promise<void> {
    authoriseImporter(actor, place.workspaceId);
    await db.transaction(async (tx) => {
      const { state } = await findImport({ db, reader: tx }, place);
      if (!canStep(state, 'apply')) throw new DomainError({ code: 'conflict', details: { state } });
      await work(tx);
    });
  }

  return { startImport, applyImport, cancelImport, retryImport, decide, rejectFields };
}
