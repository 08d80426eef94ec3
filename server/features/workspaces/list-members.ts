import { and, eq, isNull } from 'drizzle-orm';
import type { Db } from '#db/db';
import { DomainError } from '#domain/errors';
import type { AccountId, InstitutionId, MembershipId, WorkspaceId } from '#domain/ids';
import { type InstitutionLabel, institutionShortName } from '#domain/institutions/name';
import type { Language } from '#domain/languages';
import { orderOf, type Sort } from '#domain/lists/order';
import { type Page, pageOf } from '#domain/lists/page';
import { matchesSearch } from '#domain/lists/search';
import type { memberSorts } from '#domain/lists/sorts';
import { authorise, may } from '#domain/policy';
import type { Actor } from '#domain/workspaces/actor';
import { type Role, roles } from '#domain/workspaces/roles';
import { labelColumns, labelOf } from '../institutions';

export interface MemberFilter {
  search: string;
  /** An institution's id, or empty. */
  institutionId: string;
  /** A role, or empty. */
  role: string;
  sort: Sort<(typeof memberSorts)[number]>;
  page: number;
  size: number;
  language: Language;
}

export interface ListedMember {
  membershipId: MembershipId;
  accountId: AccountId;
  name: string;
  /** Shown to convenors and to colleagues; null to others. */
  email: string | null;
  institution: InstitutionLabel<InstitutionId>;
  role: Role;
  canInvite: boolean;
  createdAt: string;
}

export function memberQueries(db: Db) {
  const { memberships, accounts, institutions } = db.tables;

  /** Who acts for whom in the workspace now. */
  async function listMembers({
    actor,
    workspaceId,
    filter,
  }: {
    actor: Actor;
    workspaceId: WorkspaceId;
    filter: MemberFilter;
  }): Promise<Page<ListedMember>> {
    authorise(actor, 'workspace.see', { workspaceId });
    const rows = await selectMembers(workspaceId);
    const isConvenor = may(actor, 'member.change', { workspaceId });
    const listed = rows.map(({ institution, email, ...member }) => ({
      ...member,
      institution: labelOf(institution),
      email: isConvenor || institution.id === actor.membership?.institutionId ? email : null,
    }));
    return pageOf(listed.filter((member) => isWanted(member, filter)).sort(byOrder(filter)), filter);
  }

  /** One running membership, for those who may change or end it. Throws `not_found` for another workspace's. */
  async function findMember({
    actor,
    workspaceId,
    membershipId,
  }: {
    actor: Actor;
    workspaceId: WorkspaceId;
    membershipId: MembershipId;
  }): Promise<ListedMember> {
    authorise(actor, 'workspace.see', { workspaceId });
    const [row] = await selectMembers(workspaceId, membershipId);
    if (!row) throw new DomainError({ code: 'not_found' });
    authorise(actor, 'member.remove', { workspaceId, accountId: row.accountId });
    return { ...row, institution: labelOf(row.institution) };
  }

  function selectMembers(workspaceId: WorkspaceId, membershipId?: MembershipId) {
    return db.read
      .select({
        membershipId: memberships.id,
        accountId: memberships.accountId,
        name: accounts.name,
        email: accounts.email,
        institution: labelColumns(db.tables),
        role: memberships.role,
        canInvite: memberships.canInvite,
        createdAt: memberships.createdAt,
      })
      .from(memberships)
      .innerJoin(accounts, eq(accounts.id, memberships.accountId))
      .innerJoin(institutions, eq(institutions.id, memberships.institutionId))
      .where(
        and(
          eq(memberships.workspaceId, workspaceId),
          isNull(memberships.endedAt),
          membershipId ? eq(memberships.id, membershipId) : undefined,
        ),
      );
  }

  return { listMembers, findMember };
}

function isWanted(member: ListedMember, { search, institutionId, role }: MemberFilter): boolean {
  if (institutionId && member.institution.id !== institutionId) return false;
  if (role && member.role !== role) return false;
  const { acronym, names } = member.institution;
  return matchesSearch(search, [member.name, member.email, acronym, ...Object.values(names)]);
}

function byOrder({ sort, language }: MemberFilter) {
  const { compare } = new Intl.Collator(language);
  const nameOf = ({ institution }: ListedMember) => institutionShortName(institution, language);
  const byName = (a: ListedMember, b: ListedMember) => compare(a.name, b.name);
  return orderOf<ListedMember, (typeof memberSorts)[number]>(
    sort,
    {
      name: byName,
      institution: (a, b) => compare(nameOf(a), nameOf(b)),
      role: (a, b) => roles.indexOf(a.role) - roles.indexOf(b.role),
      joined: (a, b) => a.createdAt.localeCompare(b.createdAt),
    },
    byName,
  );
}
