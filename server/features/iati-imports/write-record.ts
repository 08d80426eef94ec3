import { and, eq, isNotNull, isNull } from 'drizzle-orm';
import type { Db, Tx } from '#db/db';
import { type Clock, instant } from '#domain/clock';
import { activityRecordOf } from '#domain/commitments/from-iati';
import type { ActivityRecord } from '#domain/commitments/types';
import { DomainError } from '#domain/errors';
import { envelopesOf, isOfFile } from '#domain/iati-imports/envelopes';
import type { MatchOrganisation } from '#domain/iati-imports/match-organisation';
import type { EnvelopeId, IatiImportId, InstitutionId, WorkspaceId } from '#domain/ids';
import type { Activity, Organisation } from '#domain/partners/iati';
import { newId } from '#server/new-id';
import { writeActivity } from '../commitments';
import type { Author } from '../events';
import { writeOrigins } from '../provenance';

export interface WritingRecord {
  db: Db;
  tx: Tx;
  clock: Clock;
  workspaceId: WorkspaceId;
  /** Whose record it becomes. */
  institutionId: InstitutionId;
  by: Author;
  importId: IatiImportId;
  fileName: string;
  match: MatchOrganisation;
}

/** Writes an activity as accepted. `hash` is of the file's record, and null where part of it was not taken. */
export async function writeImportedActivity(
  { db, tx, clock, match, institutionId, fileName, ...rest }: WritingRecord,
  { activity, hash, overruled }: { activity: Activity; hash: string | null; overruled: readonly string[] },
): Promise<void> {
  const written = await writeActivity(
    { db, tx, clock },
    {
      workspaceId: rest.workspaceId,
      partnerId: institutionId,
      activity: withInstitutions(activityRecordOf(activity), activity, match),
      by: rest.by,
      source: 'iati',
      sourceText: fileName,
      importId: rest.importId,
      importHash: hash,
    },
  );
  if (overruled.length === 0) return;
  const of = { workspaceId: rest.workspaceId, subjectType: 'activity', subjectId: written.activityId };
  const from = { source: 'iati' as const, sourceText: fileName, by: rest.by };
  await writeOrigins({ db, tx, clock }, { of, fields: overruled, ...from });
}

/** Names the institutions that are known; the others keep their names as published. */
function withInstitutions(
  record: ActivityRecord,
  activity: Activity,
  match: MatchOrganisation,
): ActivityRecord {
  const { participatingOrganisations, transactions, budgets, plannedDisbursements } = activity;
  const found = (organisation: Activity['reportingOrganisation']) =>
    organisation ? match(organisation).institutionId : null;
  // In the order of activityRecordOf: transactions, budgets, planned disbursements.
  const sides = [
    ...transactions,
    ...budgets.map(() => ({ provider: null, receiver: null })),
    ...plannedDisbursements,
  ];
  return {
    ...record,
    organisations: record.organisations.map((organisation, index) => ({
      ...organisation,
      institutionId: found(participatingOrganisations[index] ?? null),
    })),
    facts: record.facts.map((fact, index) => ({
      ...fact,
      providerId: found(sides[index]?.provider ?? null),
      receiverId: found(sides[index]?.receiver ?? null),
    })),
  };
}

/**
 * Writes an organisation's own file: its envelopes, of which those that it no longer names are taken out. Its column
 * knows no null: '' is the hash of no record.
 */
export async function writeImportedOrganisation(
  { db, tx, clock, workspaceId, institutionId, fileName }: WritingRecord,
  {
    organisation,
    hash,
    hasBudgets,
  }: { organisation: Organisation; hash: string | null; hasBudgets: boolean },
): Promise<void> {
  const { iatiOrganisations, envelopes } = db.tables;
  const at = instant(clock);
  const { budgets: _budgets, ...record } = organisation;
  const identifier = organisation.identifier ?? '';
  const [known] = await tx
    .select({ institutionId: iatiOrganisations.institutionId })
    .from(iatiOrganisations)
    .where(and(eq(iatiOrganisations.workspaceId, workspaceId), eq(iatiOrganisations.identifier, identifier)));
  if (known && known.institutionId !== institutionId)
    throw new DomainError({ code: 'conflict', details: { partnerId: known.institutionId } });
  const set = { institutionId, record: { ...record }, hash: hash ?? '', fileName, changedAt: at };
  await tx
    .insert(iatiOrganisations)
    .values({ workspaceId, identifier, ...set })
    .onConflictDoUpdate({ target: [iatiOrganisations.workspaceId, iatiOrganisations.identifier], set });
  if (!hasBudgets) return;
  const own = and(eq(envelopes.workspaceId, workspaceId), eq(envelopes.institutionId, institutionId));
  const imported = await tx
    .select({ id: envelopes.id, importKey: envelopes.importKey, details: envelopes.details })
    .from(envelopes)
    .where(and(own, isNotNull(envelopes.importKey)));
  const idOf = new Map(
    imported.filter((each) => isOfFile(identifier, each)).map(({ id, importKey }) => [importKey, id]),
  );
  const source = { source: 'iati' as const, sourceText: fileName };
  for (const facts of envelopesOf(organisation)) {
    const id = idOf.get(facts.importKey);
    idOf.delete(facts.importKey);
    if (id)
      await tx
        .update(envelopes)
        .set({ ...facts, ...source, removedAt: null })
        .where(and(own, eq(envelopes.id, id)));
    else
      await tx.insert(envelopes).values({
        id: newId<EnvelopeId>(),
        workspaceId,
        institutionId,
        cycleId: null,
        theme: null,
        ...facts,
        ...source,
        createdAt: at,
        removedAt: null,
      });
  }
  for (const id of idOf.values())
    await tx
      .update(envelopes)
      .set({ removedAt: at })
      .where(and(own, eq(envelopes.id, id), isNull(envelopes.removedAt)));
}
