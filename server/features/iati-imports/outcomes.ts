import type { Db, Reader } from '#db/db';
import { canonical } from '#domain/iati-imports/canonical';
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

export type Decision = 'accept' | 'reject' | 'undecided';

export interface Compared {
  outcome: RecordOutcome;
  differences: Differences;
  /** A field in conflict is not taken unless a person says so. */
  rejectedFields: string[];
  /** A conflict waits for a person, and until then nothing of the record is taken. */
  decision: Decision;
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
  const same = new Set(fieldsAsExported(record, held));
  const differences = Object.fromEntries(
    Object.entries(differencesOf(record, held.record, held.byHand)).filter(([field]) => !same.has(field)),
  );
  const rejectedFields = Object.keys(differences).filter((field) => differences[field]?.isConflict);
  const outcome = outcomeOf(differences);
  return {
    ...{ outcome, differences, rejectedFields },
    decision: outcome === 'conflicting' ? 'undecided' : 'accept',
  };
}

/** The fields in which a file says what our own says of the record that is held: they stay as they are held. */
export function fieldsAsExported(
  record: FileRecord['record'],
  { exported }: Pick<Held<unknown>, 'exported'>,
): string[] {
  if (!exported) return [];
  const coming = record as unknown as Record<string, unknown>;
  return Object.entries(exported).flatMap(([field, said]) =>
    field !== 'line' && canonical(said) === canonical(coming[field]) ? [field] : [],
  );
}
