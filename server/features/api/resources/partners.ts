import { and, eq, isNull } from 'drizzle-orm';
import { z } from 'zod/v4';
import { institutionKinds } from '#domain/institutions/kinds';
import { instruments, modalities, partnerDocumentKinds } from '#domain/partners/kinds';
import { anyCountry, anyOf, anyOfIds, country, date, instant, text, uuid } from '../fields';
import { defineResource } from '../resource';
import { among, cut } from '../slice';
import { institutionNames } from './institutions';

export const partnersResource = defineResource({
  name: 'partners',
  rowName: 'Partner',
  summary: 'Development partners of the workspace with their profiles',
  scope: 'registry:read',
  isInWorkspace: true,
  row: z.object({
    id: uuid().describe('Of the institution'),
    kind: z.enum(institutionKinds),
    ...institutionNames,
    country: country().nullable(),
    about: text(),
    website: text(),
    instruments: z.array(z.enum(instruments)),
    modalities: z.array(z.enum(modalities)),
    createdAt: instant(),
  }),
  filters: z.object({ kind: anyOf(institutionKinds), country: anyCountry() }),
  key: ['id'],
  async read({ db, workspaceId }, slice, { kind, country: countries }) {
    const { partnerProfiles: profiles, institutions } = db.tables;
    const { where, order } = cut([institutions.id], slice);
    return db.read
      .select({
        id: institutions.id,
        kind: institutions.kind,
        acronym: institutions.acronym,
        nameEn: institutions.nameEn,
        nameFr: institutions.nameFr,
        nameEs: institutions.nameEs,
        country: institutions.country,
        about: profiles.about,
        website: profiles.website,
        instruments: profiles.instruments,
        modalities: profiles.modalities,
        createdAt: profiles.createdAt,
      })
      .from(profiles)
      .innerJoin(institutions, eq(institutions.id, profiles.institutionId))
      .where(
        and(
          eq(profiles.workspaceId, workspaceId),
          where,
          among(institutions.kind, kind),
          among(institutions.country, countries),
        ),
      )
      .orderBy(...order)
      .limit(slice.limit);
  },
});

export const partnerDocumentsResource = defineResource({
  name: 'partner-documents',
  rowName: 'PartnerDocument',
  summary: 'Strategies, agreements and other documents of partners, by their addresses',
  scope: 'registry:read',
  isInWorkspace: true,
  row: z.object({
    id: uuid(),
    partnerId: uuid(),
    kind: z.enum(partnerDocumentKinds),
    title: text(),
    url: text(),
    language: text().nullable().describe('ISO 639-1'),
    publishedOn: date().nullable(),
    createdAt: instant(),
  }),
  filters: z.object({ partnerId: anyOfIds(), kind: anyOf(partnerDocumentKinds) }),
  key: ['id'],
  async read({ db, workspaceId }, slice, { partnerId, kind }) {
    const { partnerDocuments: documents } = db.tables;
    const { where, order } = cut([documents.id], slice);
    return db.read
      .select({
        id: documents.id,
        partnerId: documents.institutionId,
        kind: documents.kind,
        title: documents.title,
        url: documents.url,
        language: documents.language,
        publishedOn: documents.publishedOn,
        createdAt: documents.createdAt,
      })
      .from(documents)
      .where(
        and(
          eq(documents.workspaceId, workspaceId),
          isNull(documents.removedAt),
          where,
          among(documents.institutionId, partnerId),
          among(documents.kind, kind),
        ),
      )
      .orderBy(...order)
      .limit(slice.limit);
  },
});
