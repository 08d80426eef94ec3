import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import type { Db, Reader } from '#db/db';
import { originFields } from '#domain/commitments/changed-fields';
import { iatiActivityOf } from '#domain/commitments/to-iati';
import { isOfFile, organisationOf } from '#domain/iati-imports/envelopes';
import type { ActivityId, InstitutionId, WorkspaceId } from '#domain/ids';
import { type Activity, type Organisation, readActivityXml } from '#domain/partners/iati';
import { type HeldActivity, readActivities } from '../commitments';
import { listOrigins } from '../provenance';
import { makeOwnReferences, ownIdIn, writeOwnActivity } from './own-export';

/** What the workspace holds under an identifier. */
export interface Held<Kept> {
  institutionId: InstitutionId;
  /** Of the record as it was last imported; null where it was changed here since. */
  hash: string | null;
  record: Kept;
  /** The fields that people set here. */
  byHand: ReadonlySet<string>;
  /** For activities. */
  id: ActivityId | null;
  /** What our own file says of it, where it is not as a file brought it: that coming back is no news. */
  exported: Activity | null;
}

type Reading = { db: Db; reader?: Reader };
type Which = { workspaceId: WorkspaceId; identifiers: readonly string[] };

export async function readHeldActivities(
  { db, reader = db.read }: Reading,
  { workspaceId, identifiers }: Which,
): Promise<Map<string, Held<Activity>>> {
  const held = await readNamed({ db, reader }, { workspaceId, identifiers });
  const ids = held.map(({ found: { id } }) => id);
  const origins = await listOrigins({ db, reader }, { workspaceId, subjectType: 'activity', ids });
  const referenceOf = makeOwnReferences({ db, reader });
  const records = new Map<string, Held<Activity>>();
  for (const { identifier, found } of held) {
    const { id, partnerId, importHash, source, factSources, activity } = found;

    const byHand = new Set(
      (origins.get(id) ?? []).filter((origin) => origin.source !== 'iati').map(({ field }) => field),
    );
    // Written by hand as a whole, and nobody says which field: then any may be.
    if (source !== 'iati' && byHand.size === 0) for (const field of originFields) byHand.add(field);
    if ([...factSources].some((from) => from !== 'iati')) byHand.add('facts');
    const hash = source === 'iati' ? importHash : null;
    const record = iatiActivityOf(activity);
    const exported =
      hash === null ? readActivityXml(writeOwnActivity(found, await referenceOf(partnerId)).xml) : null;
    records.set(identifier, { institutionId: partnerId, hash, record, byHand, id, exported });
  }
  return records;
}

/** The activities under their identifiers, and those that have none under those that our own file gives them. */
async function readNamed(
  { db, reader }: Reading,
  { workspaceId, identifiers }: Which,
): Promise<{ identifier: string; found: HeldActivity }[]> {
  const named = (await readActivities({ db, reader }, { workspaceId, identifiers }))
    .filter(({ isRemoved }) => !isRemoved)
    .map((found) => ({ identifier: found.activity.identifier ?? '', found }));
  const taken = new Set(named.map(({ identifier }) => identifier));
  const own = new Map<ActivityId, string>();
  for (const identifier of identifiers) {
    const id = ownIdIn(identifier);
    if (id && !taken.has(identifier)) own.set(id, identifier);
  }
  if (own.size === 0) return named;
  const unnamed = (await readActivities({ db, reader }, { workspaceId, ids: [...own.keys()] }))
    .filter(({ isRemoved, activity }) => !isRemoved && activity.identifier === null)
    .map((found) => ({ identifier: own.get(found.id) ?? '', found }));
  return [...named, ...unnamed];
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
      exported: null,
    });
  }
  return found;
}
