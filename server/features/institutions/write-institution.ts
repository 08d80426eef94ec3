import { and, eq, inArray, ne, or } from 'drizzle-orm';
import type { Db, Tx } from '#db/db';
import { type Clock, instant } from '#domain/clock';
import { DomainError } from '#domain/errors';
import type { InstitutionId, WorkspaceId } from '#domain/ids';
import type { InstitutionKind } from '#domain/institutions/kinds';
import type { InstitutionNames } from '#domain/institutions/name';
import { newId } from '#server/new-id';
import type { RecordEvent } from '../events';

export interface InstitutionIdentifier {
  /** IATI organisation registration agency, e.g. XM-DAC. */
  scheme: string;
  value: string;
}

/** What a person fills in about an institution. */
export interface InstitutionFacts {
  kind: InstitutionKind;
  /** ISO 3166-1 alpha-2, or null for an international one. */
  country: string | null;
  names: InstitutionNames;
  acronym: string;
  identifiers: InstitutionIdentifier[];
}

export function rowOf(facts: InstitutionFacts) {
  return {
    kind: facts.kind,
    country: facts.country,
    nameEn: facts.names.en.trim(),
    nameFr: facts.names.fr.trim(),
    nameEs: facts.names.es.trim(),
    acronym: facts.acronym.trim(),
  };
}

/** Writes a new institution inside a command's transaction and records it. */
export async function insertInstitution(
  { db, clock, tx, record }: { db: Db; clock: Clock; tx: Tx; record: RecordEvent },
  { facts, homeWorkspaceId }: { facts: InstitutionFacts; homeWorkspaceId: WorkspaceId | null },
): Promise<InstitutionId> {
  assertNamed(facts);
  const id = newId<InstitutionId>();
  const row = rowOf(facts);
  await tx.insert(db.tables.institutions).values({ id, ...row, homeWorkspaceId, createdAt: instant(clock) });
  await replaceIdentifiers({ db, tx }, id, facts.identifiers);
  await record({
    workspaceId: homeWorkspaceId,
    kind: 'institution.created',
    subjectType: 'institution',
    subjectId: id,
    after: { ...row, identifiers: facts.identifiers },
  });
  return id;
}

/** Puts an institution into a workspace; again is no error and records nothing. */
export async function joinWorkspace(
  { db, clock, tx, record }: { db: Db; clock: Clock; tx: Tx; record: RecordEvent },
  { workspaceId, institutionId }: { workspaceId: WorkspaceId; institutionId: InstitutionId },
): Promise<void> {
  const { workspaceInstitutions, institutions } = db.tables;
  const [known] = await tx
    .select({ id: institutions.id })
    .from(institutions)
    .where(eq(institutions.id, institutionId));
  if (!known) throw new DomainError({ code: 'not_found' });
  const inserted = await tx
    .insert(workspaceInstitutions)
    .values({ workspaceId, institutionId, joinedAt: instant(clock) })
    .onConflictDoNothing()
    .returning({ id: workspaceInstitutions.institutionId });
  if (inserted.length === 0) return;
  await record({
    workspaceId,
    kind: 'institution.added',
    subjectType: 'institution',
    subjectId: institutionId,
    after: { workspaceId, institutionId },
  });
}

/** An identifier names one institution only: the same in another is refused, so that no duplicate slips in. */
export async function replaceIdentifiers(
  { db, tx }: { db: Db; tx: Tx },
  institutionId: InstitutionId,
  identifiers: InstitutionIdentifier[],
): Promise<void> {
  const { institutionIdentifiers: table } = db.tables;
  await tx.delete(table).where(eq(table.institutionId, institutionId));
  if (identifiers.length === 0) return;
  const same = identifiers.map(({ scheme, value }) => and(eq(table.scheme, scheme), eq(table.value, value)));
  const [taken] = await tx
    .select({ institutionId: table.institutionId, scheme: table.scheme, value: table.value })
    .from(table)
    .where(and(ne(table.institutionId, institutionId), or(...same)));
  if (taken) throw new DomainError({ code: 'identifier_taken', details: taken });
  await tx.insert(table).values(identifiers.map((identifier) => ({ institutionId, ...identifier })));
}

/** The identifiers of several institutions at once. */
export async function identifiersOf(
  db: Db,
  ids: InstitutionId[],
): Promise<Map<InstitutionId, InstitutionIdentifier[]>> {
  const { institutionIdentifiers: table } = db.tables;
  const byId = new Map<InstitutionId, InstitutionIdentifier[]>(ids.map((id) => [id, []]));
  if (ids.length === 0) return byId;
  const rows = await db.read.select().from(table).where(inArray(table.institutionId, ids));
  for (const { institutionId, scheme, value } of rows) byId.get(institutionId)?.push({ scheme, value });
  return byId;
}

export function assertNamed({ names }: InstitutionFacts): void {
  if (names.en.trim() || names.fr.trim() || names.es.trim()) return;
  throw new DomainError({ code: 'invalid_input', details: { field: 'names' } });
}
