import { and, eq, inArray } from 'drizzle-orm';
import { z } from 'zod/v4';
import type { InstitutionId } from '#domain/ids';
import { institutionKinds } from '#domain/institutions/kinds';
import { anyCountry, anyOf, country, instant, text, uuid } from '../fields';
import { defineResource, type Place } from '../resource';
import { among, cut } from '../slice';

export const institutionNames = {
  acronym: text(),
  nameEn: text().describe('A name that is not known in a language is empty'),
  nameFr: text(),
  nameEs: text(),
};

export const institutionsResource = defineResource({
  name: 'institutions',
  rowName: 'Institution',
  summary: 'Ministries, partners and other legal actors of the workspace',
  scope: 'workspace:read',
  isInWorkspace: true,
  row: z.object({
    id: uuid(),
    kind: z.enum(institutionKinds),
    ...institutionNames,
    country: country().nullable(),
    identifiers: z
      .array(z.object({ scheme: text(), value: text() }))
      .describe('By registration agency, e.g. XM-DAC'),
    joinedAt: instant(),
  }),
  filters: z.object({ kind: anyOf(institutionKinds), country: anyCountry() }),
  key: ['id'],
  async read({ db, workspaceId }, slice, { kind, country: countries }) {
    const { institutions, workspaceInstitutions } = db.tables;
    const { where, order } = cut([institutions.id], slice);
    const rows = await db.read
      .select({
        id: institutions.id,
        kind: institutions.kind,
        acronym: institutions.acronym,
        nameEn: institutions.nameEn,
        nameFr: institutions.nameFr,
        nameEs: institutions.nameEs,
        country: institutions.country,
        joinedAt: workspaceInstitutions.joinedAt,
      })
      .from(workspaceInstitutions)
      .innerJoin(institutions, eq(institutions.id, workspaceInstitutions.institutionId))
      .where(
        and(
          eq(workspaceInstitutions.workspaceId, workspaceId),
          where,
          among(institutions.kind, kind),
          among(institutions.country, countries),
        ),
      )
      .orderBy(...order)
      .limit(slice.limit);
    const identifiers = await identifiersOf(
      db,
      rows.map(({ id }) => id),
    );
    return rows.map((row) => ({ ...row, identifiers: identifiers.get(row.id) ?? [] }));
  },
});

async function identifiersOf(db: Place['db'], ids: InstitutionId[]) {
  const { institutionIdentifiers: table } = db.tables;
  const found = new Map<InstitutionId, { scheme: string; value: string }[]>();
  if (ids.length === 0) return found;
  const rows = await db.read
    .select()
    .from(table)
    .where(inArray(table.institutionId, ids))
    .orderBy(table.scheme, table.value);
  for (const { institutionId, scheme, value } of rows) {
    const known = found.get(institutionId) ?? [];
    known.push({ scheme, value });
    found.set(institutionId, known);
  }
  return found;
}
