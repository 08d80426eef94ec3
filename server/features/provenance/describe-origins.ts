import { inArray } from 'drizzle-orm';
import type { Db } from '#db/db';
import type { AccountId, InstitutionId } from '#domain/ids';
import type { InstitutionLabel } from '#domain/institutions/name';
import type { OriginSource } from '#domain/provenance';
import { labelColumns, labelOf } from '../institutions';
import { listOrigins, type OriginOf } from './origins';

/** An origin as it is shown: who, for which institution, when, and from what. */
export interface DescribedOrigin {
  field: string;
  source: OriginSource;
  sourceText: string;
  at: string;
  person: string | null;
  institution: InstitutionLabel<InstitutionId> | null;
}

/** The origins of the fields of several records of one type, by record, with the names of who set them. */
export async function describeOrigins(
  db: Db,
  wanted: Omit<OriginOf, 'subjectId'> & { ids: readonly string[] },
): Promise<Map<string, DescribedOrigin[]>> {
  const origins = await listOrigins({ db }, wanted);
  const all = [...origins.values()].flat();
  const { accounts, institutions } = db.tables;
  const accountIds = distinct(all.map(({ accountId }) => accountId));
  const institutionIds = distinct(all.map(({ institutionId }) => institutionId));
  const [people, labels] = await Promise.all([
    db.read
      .select({ id: accounts.id, name: accounts.name })
      .from(accounts)
      .where(inArray(accounts.id, accountIds)),
    db.read
      .select(labelColumns(db.tables))
      .from(institutions)
      .where(inArray(institutions.id, institutionIds)),
  ]);
  const names = new Map<AccountId | null, string>(people.map(({ id, name }) => [id, name]));
  const byId = new Map<InstitutionId | null, InstitutionLabel<InstitutionId>>(
    labels.map((row) => [row.id, labelOf(row)]),
  );
  return new Map(
    [...origins].map(([id, rows]) => [
      id,
      rows.map(({ accountId, institutionId, ...origin }) => ({
        ...origin,
        person: names.get(accountId) ?? null,
        institution: byId.get(institutionId) ?? null,
      })),
    ]),
  );
}

function distinct<T>(values: (T | null)[]): T[] {
  return [...new Set(values.filter((value): value is T => value !== null))];
}
