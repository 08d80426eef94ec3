import { and, count, eq, isNull } from 'drizzle-orm';
import type { Db } from '#db/db';
import { DomainError } from '#domain/errors';
import type { InstitutionId, WorkspaceId } from '#domain/ids';
import { institutionKinds } from '#domain/institutions/kinds';
import { type InstitutionLabel, institutionShortName } from '#domain/institutions/name';
import type { Language } from '#domain/languages';
import { orderOf, type Sort } from '#domain/lists/order';
import { type Page, pageOf } from '#domain/lists/page';
import { matchesSearch } from '#domain/lists/search';
import type { institutionSorts } from '#domain/lists/sorts';
import { authorise } from '#domain/policy';
import type { Actor } from '#domain/workspaces/actor';
import { labelColumns } from './columns';
import { labelOf } from './label';
import { type InstitutionFacts, type InstitutionIdentifier, identifiersOf } from './write-institution';

export interface InstitutionFilter {
  search: string;
  kind: string;
  sort: Sort<(typeof institutionSorts)[number]>;
  page: number;
  size: number;
  /** In which language names are shown and sorted. */
  language: Language;
}

export interface ListedInstitution extends InstitutionLabel<InstitutionId> {
  country: string | null;
  memberCount: number;
  joinedAt: string;
}

export interface InstitutionDetail extends ListedInstitution {
  identifiers: InstitutionIdentifier[];
  homeWorkspaceId: WorkspaceId | null;
}

export function institutionQueries(db: Db) {
  const { institutions, workspaceInstitutions, memberships } = db.tables;

  /** The workspace's institutions with how many people act for each. */
  async function listInstitutions(
    workspaceId: WorkspaceId,
    filter: InstitutionFilter,
  ): Promise<Page<ListedInstitution>> {
    const [rows, counts] = await Promise.all([selectJoined(workspaceId), countMembers(workspaceId)]);
    const listed = rows
      .map((row) => ({
        ...labelOf(row),
        country: row.country,
        joinedAt: row.joinedAt,
        memberCount: counts.get(row.id) ?? 0,
      }))
      .filter((row) => isWanted(row, filter))
      .sort(byOrder(filter));
    return pageOf(listed, filter);
  }

  /** Labels of all of the workspace's institutions by name, for choosing one. */
  async function listInstitutionLabels(
    workspaceId: WorkspaceId,
    language: Language,
  ): Promise<InstitutionLabel<InstitutionId>[]> {
    const rows = await selectJoined(workspaceId);
    return rows.map(labelOf).sort(byName(language));
  }

  /** Throws `not_found` for an institution that is not in the workspace. */
  async function findInstitution(
    workspaceId: WorkspaceId,
    institutionId: InstitutionId,
  ): Promise<InstitutionDetail> {
    const [[row], identifiers, counts] = await Promise.all([
      selectJoined(workspaceId, institutionId),
      identifiersOf(db, [institutionId]),
      countMembers(workspaceId),
    ]);
    if (!row) throw new DomainError({ code: 'not_found' });
    return {
      ...labelOf(row),
      country: row.country,
      homeWorkspaceId: row.homeWorkspaceId,
      joinedAt: row.joinedAt,
      memberCount: counts.get(institutionId) ?? 0,
      identifiers: identifiers.get(institutionId) ?? [],
    };
  }

  /** Institutions known to the instance that the workspace does not have yet, for adding one. */
  async function searchAddable({
    actor,
    workspaceId,
    search,
    language,
    limit,
  }: {
    actor: Actor;
    workspaceId: WorkspaceId;
    search: string;
    language: Language;
    limit: number;
  }): Promise<(InstitutionLabel<InstitutionId> & { country: string | null })[]> {
    authorise(actor, 'institution.invite', { workspaceId });
    const here = and(
      eq(workspaceInstitutions.institutionId, institutions.id),
      eq(workspaceInstitutions.workspaceId, workspaceId),
    );
    const rows = await db.read
      .select({ ...labelColumns(db.tables), country: institutions.country })
      .from(institutions)
      .leftJoin(workspaceInstitutions, here)
      .where(isNull(workspaceInstitutions.institutionId));
    return rows
      .map((row) => ({ ...labelOf(row), country: row.country }))
      .filter((row) => matchesSearch(search, [row.acronym, ...Object.values(row.names)]))
      .sort(byName(language))
      .slice(0, limit);
  }

  /** Every institution of the instance with the number of workspaces it is in; for administrators. */
  async function listDirectory(actor: Actor, filter: InstitutionFilter) {
    authorise(actor, 'workspace.administer', {});
    const [rows, counts] = await Promise.all([
      db.read.select().from(institutions),
      db.read
        .select({ id: workspaceInstitutions.institutionId, n: count() })
        .from(workspaceInstitutions)
        .groupBy(workspaceInstitutions.institutionId),
    ]);
    const workspaceCounts = new Map(counts.map(({ id, n }) => [id, n]));
    const listed = rows
      .map((row) => ({
        ...labelOf(row),
        country: row.country,
        joinedAt: row.createdAt,
        memberCount: 0,
        workspaceCount: workspaceCounts.get(row.id) ?? 0,
      }))
      .filter((row) => isWanted(row, filter))
      .sort(byOrder(filter));
    return pageOf(listed, filter);
  }

  /** The facts of any institution of the instance, for administrators. Throws `not_found`. */
  async function findInDirectory({
    actor,
    institutionId,
  }: {
    actor: Actor;
    institutionId: InstitutionId;
  }): Promise<InstitutionFacts> {
    authorise(actor, 'workspace.administer', {});
    const [[row], identifiers] = await Promise.all([
      db.read.select().from(institutions).where(eq(institutions.id, institutionId)),
      identifiersOf(db, [institutionId]),
    ]);
    if (!row) throw new DomainError({ code: 'not_found' });
    const { kind, acronym, names } = labelOf(row);
    return { kind, acronym, names, country: row.country, identifiers: identifiers.get(institutionId) ?? [] };
  }

  function selectJoined(workspaceId: WorkspaceId, institutionId?: InstitutionId) {
    return db.read
      .select({
        ...labelColumns(db.tables),
        country: institutions.country,
        homeWorkspaceId: institutions.homeWorkspaceId,
        joinedAt: workspaceInstitutions.joinedAt,
      })
      .from(workspaceInstitutions)
      .innerJoin(institutions, eq(institutions.id, workspaceInstitutions.institutionId))
      .where(
        and(
          eq(workspaceInstitutions.workspaceId, workspaceId),
          institutionId ? eq(institutions.id, institutionId) : undefined,
        ),
      );
  }

  async function countMembers(workspaceId: WorkspaceId): Promise<Map<InstitutionId, number>> {
    const rows = await db.read
      .select({ id: memberships.institutionId, n: count() })
      .from(memberships)
      .where(and(eq(memberships.workspaceId, workspaceId), isNull(memberships.endedAt)))
      .groupBy(memberships.institutionId);
    return new Map(rows.map(({ id, n }) => [id, n]));
  }

  return {
    listInstitutions,
    listInstitutionLabels,
    findInstitution,
    searchAddable,
    listDirectory,
    findInDirectory,
  };
}

function isWanted(row: ListedInstitution, { search, kind }: InstitutionFilter): boolean {
  if (kind && row.kind !== kind) return false;
  return matchesSearch(search, [row.acronym, row.names.en, row.names.fr, row.names.es]);
}

/** By what is shown first: the acronym where there is one. */
function byName(language: Language) {
  const { compare } = new Intl.Collator(language);
  return (a: InstitutionLabel, b: InstitutionLabel) =>
    compare(institutionShortName(a, language), institutionShortName(b, language));
}

function byOrder({ sort, language }: InstitutionFilter) {
  const names = byName(language);
  return orderOf<ListedInstitution, (typeof institutionSorts)[number]>(
    sort,
    {
      name: names,
      kind: (a, b) => institutionKinds.indexOf(a.kind) - institutionKinds.indexOf(b.kind),
      members: (a, b) => a.memberCount - b.memberCount,
      joined: (a, b) => a.joinedAt.localeCompare(b.joinedAt),
    },
    names,
  );
}
