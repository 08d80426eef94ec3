import { and, eq, isNull } from 'drizzle-orm';
import { z } from 'zod/v4';
import { anyCountry, anyOfIds, country, date, instant, text, uuid } from '../fields';
import { defineResource } from '../resource';
import { among, cut } from '../slice';

export const focalPersonsResource = defineResource({
  name: 'focal-persons',
  rowName: 'FocalPerson',
  summary: 'Whom to write to at a partner; only those who agreed to be shown',
  scope: 'registry:read',
  isInWorkspace: true,
  row: z.object({
    id: uuid(),
    partnerId: uuid(),
    country: country().nullable().describe('Null for all countries'),
    name: text(),
    position: text(),
    email: text(),
    phone: text(),
    validFrom: date().nullable(),
    validTo: date().nullable(),
    createdAt: instant(),
  }),
  filters: z.object({ partnerId: anyOfIds(), country: anyCountry() }),
  key: ['id'],
  async read({ db, workspaceId }, slice, filters) {
    const { focalPersons: persons } = db.tables;
    const { where, order } = cut([persons.id], slice);
    return db.read
      .select({
        id: persons.id,
        partnerId: persons.institutionId,
        country: persons.country,
        name: persons.name,
        position: persons.position,
        email: persons.email,
        phone: persons.phone,
        validFrom: persons.validFrom,
        validTo: persons.validTo,
        createdAt: persons.createdAt,
      })
      .from(persons)
      .where(
        and(
          eq(persons.workspaceId, workspaceId),
          eq(persons.hasConsented, true),
          isNull(persons.removedAt),
          where,
          among(persons.institutionId, filters.partnerId),
          among(persons.country, filters.country),
        ),
      )
      .orderBy(...order)
      .limit(slice.limit);
  },
});
