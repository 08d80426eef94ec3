import type { Db, Reader } from '#db/db';
import {
  type Differences,
  differencesOf,
  outcomeOf,
  type RecordOutcome,
} from '#domain/iati-imports/differences';
import type { WorkspaceId } from '#domain/ids';
import type { Activity, Organisation } from '#domain/partners/iati';
import { type Held, readHeldActivities, readHeldOrganisations } from './held-records';
import type { FileRecord } from './read-file';

export interface Compared {
  outcome: RecordOutcome;
  differences: Differences;
  /** A field in conflict is not taken unless a person says so. */
  rejectedFields: string[];
  decision: 'accept' | 'reject';
}

/** Compares the records of a batch with what the workspace holds under their identifiers. */
export async function compareRecords(
  context: { db: Db; reader?: Reader },
  workspaceId: WorkspaceId,
  records: readonly FileRecord[],
): Promise<Compared[]> {
  const held = await readHeld(context, workspaceId, records);
  return records.map((record) => compare(record, held.get(`${record.kind} ${record.identifier}`) ?? null));
}

export async function readHeld(
  context: { db: Db; reader?: Reader },
  workspaceId: WorkspaceId,
  records: readonly Pick<FileRecord, 'kind' | 'identifier'>[],
): Promise<Map<string, Held<Activity | Organisation>>> {
  const of = (kind: FileRecord['kind']) =>
    records.filter((record) => record.kind === kind && record.identifier).map(({ identifier }) => identifier);
  const held = new Map<string, Held<Activity | Organisation>>();
  const activities = await readHeldActivities(context, { workspaceId, identifiers: of('activity') });
  for (const [identifier, each] of activities) held.set(`activity ${identifier}`, each);
  const organisations = await readHeldOrganisations(context, {
    workspaceId,
    identifiers: of('organisation'),
  });
  for (const [identifier, each] of organisations) held.set(`organisation ${identifier}`, each);
  return held;
}

export function compare(
  { isUnusable, record, hash }: Pick<FileRecord, 'isUnusable' | 'record' | 'hash'>,
  held: Held<Activity | Organisation> | null,
): Compared {
  const nothing = { differences: {}, rejectedFields: [] };
  if (isUnusable) return { ...nothing, outcome: 'unusable', decision: 'reject' };
  if (!held) return { ...nothing, outcome: 'new', decision: 'accept' };
  if (held.hash === hash) return { ...nothing, outcome: 'unchanged', decision: 'accept' };
  const differences = differencesOf(record, held.record, held.byHand);
  const rejectedFields = Object.keys(differences).filter((field) => differences[field]?.isConflict);
  return { outcome: outcomeOf(differences), differences, rejectedFields, decision: 'accept' };
}
