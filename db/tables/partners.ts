import type { FocalPersonId, MandateId, PartnerDocumentId, ProposalId, SavedViewId } from '../../domain/ids';
import type {
  Instrument,
  MandateRole,
  Modality,
  PartnerDocumentKind,
  ProposalState,
  ProposalSubject,
} from '../../domain/partners/kinds';
import type { OriginSource } from '../../domain/provenance';
import type { Theme } from '../../domain/themes';
import type { Kit } from '../kit/sqlite';
import { type People, referencesTo } from './references';

/** The registry's record of each partner in a workspace: what it does, where, and who speaks for it. */
export function partnersTables(kit: Kit, people: People) {
  const { workspaceRef, institutionRef, maybeInstitutionRef, accountRef, maybeAccountRef } = referencesTo(
    kit,
    people,
  );

  /** An institution with a row here is a partner of the workspace. */
  const partnerProfiles = kit.table(
    'partner_profiles',
    {
      workspaceId: workspaceRef(),
      institutionId: institutionRef(),
      about: kit.text().notNull(),
      website: kit.text().notNull(),
      instruments: kit.json<Instrument[]>().notNull(),
      modalities: kit.json<Modality[]>().notNull(),
      createdAt: kit.instant().notNull(),
    },
    (t) => [kit.primaryKey({ columns: [t.workspaceId, t.institutionId] })],
  );

  /** Other names by which files call a partner; `folded` is what they are looked up by. */
  const partnerAliases = kit.table(
    'partner_aliases',
    {
      workspaceId: workspaceRef(),
      folded: kit.text().notNull(),
      name: kit.text().notNull(),
      institutionId: institutionRef(),
    },
    (t) => [
      kit.primaryKey({ columns: [t.workspaceId, t.folded] }),
      kit.index('partner_aliases_institution').on(t.workspaceId, t.institutionId),
    ],
  );

  /** Whom to write to, by country. Shown to others only with the person's consent. */
  const focalPersons = kit.table(
    'focal_persons',
    {
      id: kit.id<FocalPersonId>().primaryKey(),
      workspaceId: workspaceRef(),
      institutionId: institutionRef(),
      /** ISO 3166-1 alpha-2; null for all countries. */
      country: kit.text(),
      name: kit.text().notNull(),
      position: kit.text().notNull(),
      email: kit.text().notNull(),
      phone: kit.text().notNull(),
      validFrom: kit.date(),
      validTo: kit.date(),
      hasConsented: kit.boolean().notNull(),
      createdAt: kit.instant().notNull(),
      removedAt: kit.instant(),
    },
    (t) => [kit.index('focal_persons_partner').on(t.workspaceId, t.institutionId)],
  );

  /** partner x theme x country or region x instrument x role. */
  const mandates = kit.table(
    'mandates',
    {
      id: kit.id<MandateId>().primaryKey(),
      workspaceId: workspaceRef(),
      institutionId: institutionRef(),
      theme: kit.choice<Theme>().notNull(),
      /** One of country and region, or neither: everywhere. */
      country: kit.text(),
      /** Code of the DAC's regions. */
      region: kit.text(),
      instrument: kit.choice<Instrument>().notNull(),
      role: kit.integer().$type<MandateRole>().notNull(),
      approach: kit.text().notNull(),
      validFrom: kit.date(),
      validTo: kit.date(),
      evidenceUrl: kit.text().notNull(),
      lastReviewedOn: kit.date(),
      createdAt: kit.instant().notNull(),
      removedAt: kit.instant(),
    },
    (t) => [
      kit.index('mandates_partner').on(t.workspaceId, t.institutionId),
      kit.index('mandates_theme').on(t.workspaceId, t.theme),
    ],
  );

  const partnerDocuments = kit.table(
    'partner_documents',
    {
      id: kit.id<PartnerDocumentId>().primaryKey(),
      workspaceId: workspaceRef(),
      institutionId: institutionRef(),
      kind: kit.choice<PartnerDocumentKind>().notNull(),
      title: kit.text().notNull(),
      url: kit.text().notNull(),
      /** ISO 639-1. */
      language: kit.text(),
      publishedOn: kit.date(),
      createdAt: kit.instant().notNull(),
      removedAt: kit.instant(),
    },
    (t) => [kit.index('partner_documents_partner').on(t.workspaceId, t.institutionId)],
  );

  /** What a convenor would have changed in a partner's record; the partner accepts or rejects, with a reason. */
  const changeProposals = kit.table(
    'change_proposals',
    {
      id: kit.id<ProposalId>().primaryKey(),
      workspaceId: workspaceRef(),
      institutionId: institutionRef(),
      subject: kit.choice<ProposalSubject>().notNull(),
      /** Null to add one; of the profile, the institution. */
      subjectId: kit.text(),
      isRemoval: kit.boolean().notNull(),
      /** Field to proposed value; `before` is what stood there when it was proposed. */
      changes: kit.json<Record<string, unknown>>().notNull(),
      before: kit.json<Record<string, unknown>>().notNull(),
      reason: kit.text().notNull(),
      proposedBy: accountRef(),
      proposedFor: institutionRef(),
      proposedAt: kit.instant().notNull(),
      state: kit.choice<ProposalState>().notNull(),
      answeredBy: maybeAccountRef(),
      answeredAt: kit.instant(),
      answer: kit.text().notNull(),
    },
    (t) => [kit.index('change_proposals_partner').on(t.workspaceId, t.institutionId, t.state)],
  );

  /** Who set a field of a registry record last, when and from what source. */
  const fieldOrigins = kit.table(
    'field_origins',
    {
      workspaceId: workspaceRef(),
      /** Of the tables of the registry: partner, mandate, fundingCycle, activity ... */
      subjectType: kit.text().notNull(),
      subjectId: kit.text().notNull(),
      field: kit.text().notNull(),
      source: kit.choice<OriginSource>().notNull(),
      /** The file's name, the proposal's id, or what the person wrote. */
      sourceText: kit.text().notNull(),
      accountId: maybeAccountRef(),
      institutionId: maybeInstitutionRef(),
      at: kit.instant().notNull(),
    },
    (t) => [kit.primaryKey({ columns: [t.workspaceId, t.subjectType, t.subjectId, t.field] })],
  );

  /** A list's filters and order under a name, for oneself or for the whole workspace. */
  const savedViews = kit.table(
    'saved_views',
    {
      id: kit.id<SavedViewId>().primaryKey(),
      workspaceId: workspaceRef(),
      accountId: accountRef(),
      isShared: kit.boolean().notNull(),
      /** Which list: partners, commitments ... */
      list: kit.text().notNull(),
      name: kit.text().notNull(),
      /** The query part of its address. */
      query: kit.text().notNull(),
      createdAt: kit.instant().notNull(),
    },
    (t) => [kit.index('saved_views_workspace').on(t.workspaceId, t.list)],
  );

  return {
    partnerProfiles,
    partnerAliases,
    focalPersons,
    mandates,
    partnerDocuments,
    changeProposals,
    fieldOrigins,
    savedViews,
  };
}
