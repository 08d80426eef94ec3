import type { Db } from '#db/db';
import { type ComparedRow, compareRows, type ReadMapping } from '#domain/resource-mapping';
import { nextTurn } from '#server/turn';
import { chunks } from './chunks';
import { loadState } from './load-state';
import type { OnMapping } from './types';

/** What each row of a workbook would do to the registry as it is now; others have their turn in between. */
export async function compareMapping(
  { db }: { db: Db },
  { read, ...on }: Omit<OnMapping, 'mappingId'> & { read: ReadMapping },
): Promise<ComparedRow[]> {
  const state = await loadState({ db, reader: db.read, between: nextTurn }, { ...on, read });
  const compared: ComparedRow[] = [];
  for (const rows of chunks(read.rows)) {
    compared.push(...compareRows({ ...read, rows }, state, on.actor.accountId));
    await nextTurn();
  }
  return compared;
}
