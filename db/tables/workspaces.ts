import type { AccountId, InstitutionId, InvitationId, MembershipId, WorkspaceId } from '../../domain/ids';
import type { InstitutionKind } from '../../domain/institutions/kinds';
import type { Language } from '../../domain/languages';
import type { Role } from '../../domain/workspaces/roles';
import type { Kit } from '../kit/sqlite';
import type { AccountsTables } from './accounts';

/** Workspaces, the institutions in them and who acts for which. */
export function workspacesTables(kit: Kit, { accounts }: AccountsTables) {
  const workspaces = kit.table(
    'workspaces',
    {
      id: kit.id<WorkspaceId>().primaryKey(),
      /** In the address: /w/<slug>. */
      slug: kit.text().notNull(),
      name: kit.text().notNull(),
      /** ISO 3166-1 alpha-2, or null for a region or network. */
      country: kit.text(),
      /** ISO 4217; the currency that new amounts start with. */
      currency: kit.text().notNull(),
      languages: kit.json<Language[]>().notNull(),
      createdAt: kit.instant().notNull(),
    },
    (t) => [kit.uniqueIndex('workspaces_slug').on(t.slug)],
  );

  /** Burundi moved to July-June on 1 July 2018; a calendar is chosen by the date it applies from. */
  const fiscalCalendars = kit.table(
    'fiscal_calendars',
    {
      workspaceId: kit
        .id<WorkspaceId>()
        .notNull()
        .references(() => workspaces.id, { onDelete: 'cascade' }),
      appliesFrom: kit.date().notNull(),
      startMonth: kit.integer().notNull(),
      startDay: kit.integer().notNull(),
    },
    (t) => [kit.primaryKey({ columns: [t.workspaceId, t.appliesFrom] })],
  );

  const institutions = kit.table(
    'institutions',
    {
      id: kit.id<InstitutionId>().primaryKey(),
      kind: kit.choice<InstitutionKind>().notNull(),
      country: kit.text(),
      nameEn: kit.text().notNull(),
      nameFr: kit.text().notNull(),
      nameEs: kit.text().notNull(),
      acronym: kit.text().notNull(),
      /** The workspace that entered it; its convenors keep it. Null: entered by an administrator. */
      homeWorkspaceId: kit.id<WorkspaceId>().references(() => workspaces.id, { onDelete: 'set null' }),
      createdAt: kit.instant().notNull(),
    },
    (t) => [kit.index('institutions_acronym').on(t.acronym)],
  );

  const institutionIdentifiers = kit.table(
    'institution_identifiers',
    {
      institutionId: kit
        .id<InstitutionId>()
        .notNull()
        .references(() => institutions.id, { onDelete: 'cascade' }),
      /** IATI organisation registration agency, e.g. XM-DAC. */
      scheme: kit.text().notNull(),
      value: kit.text().notNull(),
    },
    (t) => [
      kit.primaryKey({ columns: [t.scheme, t.value] }),
      kit.index('institution_identifiers_institution').on(t.institutionId),
    ],
  );

  const workspaceInstitutions = kit.table(
    'workspace_institutions',
    {
      workspaceId: kit
        .id<WorkspaceId>()
        .notNull()
        .references(() => workspaces.id, { onDelete: 'cascade' }),
      institutionId: kit
        .id<InstitutionId>()
        .notNull()
        .references(() => institutions.id),
      joinedAt: kit.instant().notNull(),
    },
    (t) => [kit.primaryKey({ columns: [t.workspaceId, t.institutionId] })],
  );

  /** person + institution + workspace + role. Ended, never deleted: attribution outlives it. */
  const memberships = kit.table(
    'memberships',
    {
      id: kit.id<MembershipId>().primaryKey(),
      workspaceId: kit
        .id<WorkspaceId>()
        .notNull()
        .references(() => workspaces.id, { onDelete: 'cascade' }),
      institutionId: kit
        .id<InstitutionId>()
        .notNull()
        .references(() => institutions.id),
      accountId: kit
        .id<AccountId>()
        .notNull()
        .references(() => accounts.id),
      role: kit.choice<Role>().notNull(),
      canInvite: kit.boolean().notNull(),
      createdAt: kit.instant().notNull(),
      endedAt: kit.instant(),
    },
    (t) => [
      kit.uniqueIndex('memberships_person_institution').on(t.workspaceId, t.accountId, t.institutionId),
      kit.index('memberships_account').on(t.accountId),
    ],
  );

  /** For which institution a person acts in a workspace now, when they can act for several. */
  const actingChoices = kit.table(
    'acting_choices',
    {
      accountId: kit
        .id<AccountId>()
        .notNull()
        .references(() => accounts.id, { onDelete: 'cascade' }),
      workspaceId: kit
        .id<WorkspaceId>()
        .notNull()
        .references(() => workspaces.id, { onDelete: 'cascade' }),
      membershipId: kit
        .id<MembershipId>()
        .notNull()
        .references(() => memberships.id, { onDelete: 'cascade' }),
    },
    (t) => [kit.primaryKey({ columns: [t.accountId, t.workspaceId] })],
  );

  /** `previousAt` is what "since my last visit" counts from. */
  const workspaceVisits = kit.table(
    'workspace_visits',
    {
      accountId: kit
        .id<AccountId>()
        .notNull()
        .references(() => accounts.id, { onDelete: 'cascade' }),
      workspaceId: kit
        .id<WorkspaceId>()
        .notNull()
        .references(() => workspaces.id, { onDelete: 'cascade' }),
      previousAt: kit.instant(),
      lastAt: kit.instant().notNull(),
    },
    (t) => [kit.primaryKey({ columns: [t.accountId, t.workspaceId] })],
  );

  const invitations = kit.table(
    'invitations',
    {
      id: kit.id<InvitationId>().primaryKey(),
      tokenHash: kit.text().notNull(),
      workspaceId: kit
        .id<WorkspaceId>()
        .notNull()
        .references(() => workspaces.id, { onDelete: 'cascade' }),
      institutionId: kit
        .id<InstitutionId>()
        .notNull()
        .references(() => institutions.id),
      role: kit.choice<Role>().notNull(),
      canInvite: kit.boolean().notNull(),
      /** Null: a link that whoever holds it may use once. */
      email: kit.text(),
      invitedBy: kit
        .id<AccountId>()
        .notNull()
        .references(() => accounts.id),
      createdAt: kit.instant().notNull(),
      expiresAt: kit.instant().notNull(),
      acceptedAt: kit.instant(),
      acceptedBy: kit.id<AccountId>().references(() => accounts.id),
      revokedAt: kit.instant(),
    },
    (t) => [
      kit.uniqueIndex('invitations_token').on(t.tokenHash),
      kit.index('invitations_workspace').on(t.workspaceId),
    ],
  );

  return {
    workspaces,
    fiscalCalendars,
    institutions,
    institutionIdentifiers,
    workspaceInstitutions,
    memberships,
    actingChoices,
    workspaceVisits,
    invitations,
  };
}

export type WorkspacesTables = ReturnType<typeof workspacesTables>;
