import { and, eq, inArray } from 'drizzle-orm';
import type { Db, Reader, Tx } from '#db/db';
import { type Clock, instant } from '#domain/clock';
import type { AccountId, InstitutionId, WorkspaceId } from '#domain/ids';
import type { OriginSource } from '#domain/provenance';
import type { Author } from '../events';

export interface OriginOf {
  workspaceId: WorkspaceId;
  subjectType: string;
  subjectId: string;
}

/** Who set a field last, for which institution, when and from what. */
export interface FieldOrigin {
  field: string;
  source: OriginSource;
  sourceText: string;
  accountId: AccountId | null;
  institutionId: InstitutionId | null;
  at: string;
}

/** Notes, in a command's transaction, from where the fields that it has just set came. */
export async function writeOrigins(
  { db, tx, clock }: { db: Db; tx: Tx; clock: Clock },
  {
    of,
    fields,
    by,
    source,
    sourceText = '',
    at = instant(clock),
  }: {
    of: OriginOf;
    fields: readonly string[];
    by: Author;
    source: OriginSource;
    sourceText?: string;
    /** Where it was set earlier than it is noted. */
    at?: string;
  },
): Promise<void> {
  const { fieldOrigins: table } = db.tables;
  const set = { source, sourceText, ...by, at };
  for (const field of fields) {
    await tx
      .insert(table)
      .values({ ...of, field, ...set })
      .onConflictDoUpdate({
        target: [table.workspaceId, table.subjectType, table.subjectId, table.field],
        set,
      });
  }
}

/** The origins of the fields of several records of one type, by record. */
export async function listOrigins(
  { db, reader = db.read }: { db: Db; reader?: Reader },
  { workspaceId, subjectType, ids }: Omit<OriginOf, 'subjectId'> & { ids: readonly string[] },
): Promise<Map<string, FieldOrigin[]>> {
  const { fieldOrigins: table } = db.tables;
  const byRecord = new Map<string, FieldOrigin[]>();
  if (ids.length === 0) return byRecord;
  const rows = await reader
    .select()
    .from(table)
    .where(
      and(
        eq(table.workspaceId, workspaceId),
        eq(table.subjectType, subjectType),
        inArray(table.subjectId, [...ids]),
      ),
    );
  for (const { subjectId, field, source, sourceText, accountId, institutionId, at } of rows) {
    const origins = byRecord.get(subjectId) ?? [];
    byRecord.set(subjectId, [...origins, { field, source, sourceText, accountId, institutionId, at }]);
  }
  return byRecord;
}
