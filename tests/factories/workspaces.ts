import type { Db } from '#db/db';
import type { AccountId, InstitutionId, MembershipId, WorkspaceId } from '#domain/ids';
import type { InstitutionKind } from '#domain/institutions/kinds';
import type { Actor } from '#domain/workspaces/actor';
import type { Role } from '#domain/workspaces/roles';
import { newId } from '#server/new-id';
import { buildAccount } from './accounts';

const at = '2026-01-05T08:00:00.000Z';

export interface BuiltMember {
  actor: Actor & { membership: NonNullable<Actor['membership']> };
  accountId: AccountId;
  institutionId: InstitutionId;
  membershipId: MembershipId;
}

/** Writes an institution, and puts it into a workspace where one is given. */
export async function buildInstitution(
  db: Db,
  overrides: {
    name?: string;
    acronym?: string;
    kind?: InstitutionKind;
    workspaceId?: WorkspaceId;
    homeWorkspaceId?: WorkspaceId | null;
  } = {},
): Promise<InstitutionId> {
  const id = newId<InstitutionId>();
  const { workspaceId } = overrides;
  await db.transaction(async (tx) => {
    await tx.insert(db.tables.institutions).values({
      id,
      kind: overrides.kind ?? 'ministry',
      country: 'MG',
      nameEn: overrides.name ?? 'Ministry of Public Health',
      nameFr: '',
      nameEs: '',
      acronym: overrides.acronym ?? '',
      homeWorkspaceId: overrides.homeWorkspaceId ?? workspaceId ?? null,
      createdAt: at,
    });
    if (!workspaceId) return;
    await tx.insert(db.tables.workspaceInstitutions).values({ workspaceId, institutionId: id, joinedAt: at });
  });
  return id;
}

/** Writes a person who acts for an institution in the workspace, making person and institution where none is given. */
export async function buildMember(
  db: Db,
  {
    workspaceId,
    role = 'drafter',
    canInvite = false,
    ...given
  }: {
    workspaceId: WorkspaceId;
    role?: Role;
    canInvite?: boolean;
    accountId?: AccountId;
    institutionId?: InstitutionId;
    name?: string;
    email?: string;
  },
): Promise<BuiltMember> {
  const accountId = given.accountId ?? (await buildAccount(db, personOf(given))).id;
  const institutionId = given.institutionId ?? (await buildInstitution(db, { workspaceId }));
  const id = newId<MembershipId>();
  await db.transaction((tx) =>
    tx
      .insert(db.tables.memberships)
      .values({ id, workspaceId, institutionId, accountId, role, canInvite, createdAt: at })
      .then(() => undefined),
  );
  const membership = { id, workspaceId, institutionId, role, canInvite };
  return {
    actor: { accountId, isAdministrator: false, membership },
    accountId,
    institutionId,
    membershipId: id,
  };
}

/** Writes a workspace with a calendar year and one convenor. */
export async function buildWorkspace(
  db: Db,
  overrides: { slug?: string; name?: string; currency?: string } = {},
): Promise<{ workspaceId: WorkspaceId; slug: string; convenor: BuiltMember }> {
  const workspaceId = newId<WorkspaceId>();
  const slug = overrides.slug ?? `w-${workspaceId.slice(-12)}`;
  await db.transaction(async (tx) => {
    await tx.insert(db.tables.workspaces).values({
      id: workspaceId,
      slug,
      name: overrides.name ?? 'UHC roadmap',
      country: 'MG',
      currency: overrides.currency ?? 'MGA',
      languages: ['fr', 'en'],
      createdAt: at,
    });
    await tx
      .insert(db.tables.fiscalCalendars)
      .values({ workspaceId, appliesFrom: '2000-01-01', startMonth: 1, startDay: 1 });
  });
  const convenor = await buildMember(db, { workspaceId, role: 'convenor', canInvite: true });
  return { workspaceId, slug, convenor };
}

/** The person standing outside of every workspace. */
export function outsider(accountId: AccountId): Actor {
  return { accountId, isAdministrator: false, membership: null };
}

function personOf({ name, email }: { name?: string; email?: string }) {
  return { ...(name ? { name } : {}), ...(email ? { email } : {}) };
}
