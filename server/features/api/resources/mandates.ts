import { and, eq, isNull } from 'drizzle-orm';
import { z } from 'zod/v4';
import { instruments, mandateRoles } from '#domain/partners/kinds';
import { themes } from '#domain/themes';
import { anyCountry, anyOf, anyOfIds, country, date, instant, text, uuid } from '../fields';
import { defineResource } from '../resource';
import { among, cut } from '../slice';

export const mandatesResource = defineResource({
  name: 'mandates',
  rowName: 'Mandate',
  summary: 'What partners do: theme, country, instrument and role, with validity and evidence',
  scope: 'registry:read',
  isInWorkspace: true,
  row: z.object({
    id: uuid(),
    partnerId: uuid(),
    theme: z.enum(themes),
    country: country().nullable().describe('Null with no region either: everywhere'),
    region: text().nullable().describe('Code of the DAC’s regions'),
    instrument: z.enum(instruments),
    role: z
      .literal([...mandateRoles])
      .describe('IATI OrganisationRole: 1 funding, 2 accountable, 3 extending, 4 implementing'),
    approach: text(),
    validFrom: date().nullable(),
    validTo: date().nullable(),
    evidenceUrl: text(),
    lastReviewedOn: date().nullable(),
    createdAt: instant(),
  }),
  filters: z.object({
    partnerId: anyOfIds(),
    theme: anyOf(themes),
    country: anyCountry(),
    instrument: anyOf(instruments),
  }),
  key: ['id'],
  async read({ db, workspaceId }, slice, filters) {
    const { mandates } = db.tables;
    const { where, order } = cut([mandates.id], slice);
    const rows = await db.read
      .select()
      .from(mandates)
      .where(
        and(
          eq(mandates.workspaceId, workspaceId),
          isNull(mandates.removedAt),
          where,
          among(mandates.institutionId, filters.partnerId),
          among(mandates.theme, filters.theme),
          among(mandates.country, filters.country),
          among(mandates.instrument, filters.instrument),
        ),
      )
      .orderBy(...order)
      .limit(slice.limit);
    return rows.map(({ workspaceId: _w, removedAt: _r, institutionId, id, ...mandate }) => ({
      id,
      partnerId: institutionId,
      ...mandate,
    }));
  },
});
