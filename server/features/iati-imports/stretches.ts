import { and, eq, gt, lte, max, type SQL } from 'drizzle-orm';
import type { IatiImportId } from '#domain/ids';
import { nextTurn } from '#server/turn';
import type { Dependencies } from './types';

/** Positions that one transaction goes over: whoever goes over all of a large file's holds everyone up. */
const stretch = 200;

/** The records of an import in stretches, by their positions in the file. */
export function recordStretches({ db }: Pick<Dependencies, 'db'>) {
  const { iatiImportRecords: records } = db.tables;

  /** Those that come after a position. */
  function within(importId: IatiImportId, after: number): SQL | undefined {
    return and(
      eq(records.importId, importId),
      gt(records.position, after),
      lte(records.position, after + stretch),
    );
  }

  /** The position of the last; -1 where there are none. */
  async function lastPosition(importId: IatiImportId): Promise<number> {
    const [{ last } = { last: null }] = await db.read
      .select({ last: max(records.position) })
      .from(records)
      .where(eq(records.importId, importId));
    return last ?? -1;
  }

  /** Works on one stretch after the other, at least one, with turns for others in between, until `isStopping`. */
  async function each(
    importId: IatiImportId,
    work: (within: SQL | undefined) => Promise<void>,
    isStopping: () => boolean = () => false,
  ): Promise<void> {
    const last = await lastPosition(importId);
    let after = -1;
    while (!isStopping()) {
      await work(within(importId, after));
      after += stretch;
      if (after >= last) return;
      await nextTurn();
    }
  }

  return { within, each, lastPosition, stretch };
}
