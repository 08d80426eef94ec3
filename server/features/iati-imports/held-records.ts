import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import type { Db, Reader } from '#db/db';
import { originFields } from '#domain/commitments/changed-fields';
import { iatiActivityOf } from '#domain/commitments/to-iati';
import { isOfFile, organisationOf } from '#domain/iati-imports/envelopes';
import type { InstitutionId, WorkspaceId } from '#domain/ids';
import type { Activity, Organisation } from '#domain/partners/iati';
import { readActivities } from '../commitments';
import { listOrigins } from '../provenance';

/** What the workspace holds under an identifier. */
export interface Held<Kept> {
  institutionId: InstitutionId;
  /** Of the record as it was last imported; null where it was changed here since. */
  hash: string | null;
  record: Kept;
  /** The fields that people set here. */
  byHand: ReadonlySet<string>;
  /** For activities. */
  id: string | null;
}

type Reading = { db: Db; reader?: Reader };
type Which = { workspaceId: WorkspaceId; identifiers: readonly string[] };

export async function readHeldActivities(
  { db, reader = db.read }: Reading,
  { workspaceId, identifiers }: Which,
): Promise<Map<string, Held<Activity>>> {
  const held = (await readActivities({ db, reader }, { workspaceId, identifiers })).filter(
    ({ isRemoved }) => !isRemoved,
  );
  const ids = held.map(({ id }) => id);
  const origins = await listOrigins({ db, reader }, { workspaceId, subjectType: 'activity', ids });
  return new Map(
    held.map(({ id, partnerId, importHash, source, factSources, activity }) => {
      const byHand = new Set(
        (origins.get(id) ?? []).filter((origin) => origin.source !== 'iati').map(({ field }) => field),
      );
      if ([...factSources].some((from) => from !== 'iati')) byHand.add('facts');
      // Written by hand as a whole, and nobody says which field: then any may be.
      if (source !== 'iati' && byHand.size === 0)
        for (const field of [...originFields, 'facts']) byHand.add(field);
      const hash = source === 'iati' ? importHash : null;
      const record = iatiActivityOf(activity);
      return [activity.identifier ?? '', { institutionId: partnerId, hash, record, byHand, id }];
    }),
  );
}

export async function readHeldOrganisations(
  { db, reader = db.read }: Reading,
  { workspaceId, identifiers }: Which,
): Promise<Map<string, Held<Organisation>>> {
  const { iatiOrganisations, envelopes } = db.tables;
  const found = new Map<string, Held<Organisation>>();
  if (identifiers.length === 0) return found;
  const rows = await reader
    .select()
    .from(iatiOrganisations)
    .where(
      and(
        eq(iatiOrganisations.workspaceId, workspaceId),
        inArray(iatiOrganisations.identifier, [...identifiers]),
      ),
    );
  for (const row of rows) {
    const own = await reader
      .select()
      .from(envelopes)
      .where(
        and(
          eq(envelopes.workspaceId, workspaceId),
          eq(envelopes.institutionId, row.institutionId),
          isNull(envelopes.removedAt),
        ),
      )
      .orderBy(asc(envelopes.id));
    const imported = own.filter((each) => isOfFile(row.identifier, each));
    const isByHand = imported.some(({ source }) => source !== 'iati');
    found.set(row.identifier, {
      institutionId: row.institutionId,
      hash: isByHand ? null : row.hash,
      record: organisationOf(row.record, imported),
      byHand: new Set(isByHand ? ['envelopes'] : []),
      id: null,
    });
  }
  return found;
}
