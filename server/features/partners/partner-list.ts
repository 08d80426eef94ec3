import { and, count, eq, inArray, isNull, max, ne } from 'drizzle-orm';
import { instant } from '#domain/clock';
import type { InstitutionId, WorkspaceId } from '#domain/ids';
import { type InstitutionKind, institutionKinds } from '#domain/institutions/kinds';
import { type InstitutionLabel, institutionShortName } from '#domain/institutions/name';
import type { Language } from '#domain/languages';
import { compareText, orderOf, type Sort } from '#domain/lists/order';
import { type Page, pageOf } from '#domain/lists/page';
import { fold, matchesSearch } from '#domain/lists/search';
import type { PartnerSort } from '#domain/partners/lists';
import { type Theme, themes } from '#domain/themes';
import { labelColumns, labelOf } from '../institutions';
import { type MandateFilter, mandatesWhere } from './mandate-filter';
import type { Dependencies } from './types';

export interface PartnerFilter extends Omit<MandateFilter, 'institutionId' | 'withEnded'> {
  search: string;
  kind: InstitutionKind | null;
  sort: Sort<PartnerSort>;
  page: number;
  size: number;
  /** In which language names are shown and sorted. */
  language: Language;
}

export interface ListedPartner extends InstitutionLabel<InstitutionId> {
  /** Where its seat is; null for an international one. */
  country: string | null;
  /** In force or to come. */
  mandateCount: number;
  /** The last time that anyone reviewed one of these. */
  reviewedOn: string | null;
  themes: Theme[];
  /** Someone keeps its record; else the convenors do. */
  isAttended: boolean;
}

/**
 * The list of partners. The database filters, counts and gathers what the page shows; names are searched and sorted
 * here, since neither dialect does so without accents.
 */
export function partnerList({ db, clock }: Pick<Dependencies, 'db' | 'clock'>) {
  const { partnerProfiles, partnerAliases, institutions, mandates, memberships } = db.tables;
  const today = () => instant(clock).slice(0, 10);

  async function listPartners(workspaceId: WorkspaceId, filter: PartnerFilter): Promise<Page<ListedPartner>> {
    const [rows, aliases, counts] = await Promise.all([
      selectPartners(workspaceId, filter),
      filter.search.trim() === '' ? new Map<InstitutionId, string[]>() : aliasesOf(workspaceId),
      countMandates(workspaceId),
    ]);
    const found = rows
      .map((row) => ({ ...labelOf(row), country: row.country, ...(counts.get(row.id) ?? none) }))
      .filter(({ id, acronym, names }) =>
        matchesSearch(filter.search, [acronym, ...Object.values(names), ...(aliases.get(id) ?? [])]),
      )
      .sort(byOrder(filter));
    const page = pageOf(found, filter);
    const ids = page.rows.map(({ id }) => id);
    const [themesById, attended] = await Promise.all([
      themesOf(workspaceId, ids),
      attendedOf(workspaceId, ids),
    ]);
    return {
      ...page,
      rows: page.rows.map((row) => ({
        ...row,
        themes: themesById.get(row.id) ?? [],
        isAttended: attended.has(row.id),
      })),
    };
  }

  function selectPartners(workspaceId: WorkspaceId, filter: PartnerFilter) {
    const { kind, country, theme, instrument, role } = filter;
    const isByMandate = country || theme || instrument || role;
    const wanted = { country, theme, instrument, role };
    return db.read
      .select({ ...labelColumns(db.tables), country: institutions.country })
      .from(partnerProfiles)
      .innerJoin(institutions, eq(institutions.id, partnerProfiles.institutionId))
      .where(
        and(
          eq(partnerProfiles.workspaceId, workspaceId),
          kind ? eq(institutions.kind, kind) : undefined,
          isByMandate
            ? inArray(
                partnerProfiles.institutionId,
                db.read
                  .select({ id: mandates.institutionId })
                  .from(mandates)
                  .where(mandatesWhere(db, workspaceId, wanted, today())),
              )
            : undefined,
        ),
      );
  }

  async function aliasesOf(workspaceId: WorkspaceId): Promise<Map<InstitutionId, string[]>> {
    const rows = await db.read
      .select({ id: partnerAliases.institutionId, name: partnerAliases.name })
      .from(partnerAliases)
      .where(eq(partnerAliases.workspaceId, workspaceId));
    return grouped(rows.map(({ id, name }) => [id, name]));
  }

  async function countMandates(workspaceId: WorkspaceId) {
    const rows = await db.read
      .select({
        id: mandates.institutionId,
        mandateCount: count(),
        reviewedOn: max(mandates.lastReviewedOn),
      })
      .from(mandates)
      .where(mandatesWhere(db, workspaceId, {}, today()))
      .groupBy(mandates.institutionId);
    return new Map(rows.map(({ id, ...counts }) => [id, counts]));
  }

  async function themesOf(workspaceId: WorkspaceId, ids: InstitutionId[]) {
    const rows = await db.read
      .selectDistinct({ id: mandates.institutionId, theme: mandates.theme })
      .from(mandates)
      .where(and(mandatesWhere(db, workspaceId, {}, today()), inArray(mandates.institutionId, ids)));
    rows.sort((a, b) => themes.indexOf(a.theme) - themes.indexOf(b.theme));
    return grouped(rows.map(({ id, theme }) => [id, theme]));
  }

  /** See partnerSubject: an observer alone keeps nothing. */
  async function attendedOf(workspaceId: WorkspaceId, ids: InstitutionId[]): Promise<Set<InstitutionId>> {
    const rows = await db.read
      .selectDistinct({ id: memberships.institutionId })
      .from(memberships)
      .where(
        and(
          eq(memberships.workspaceId, workspaceId),
          inArray(memberships.institutionId, ids),
          isNull(memberships.endedAt),
          ne(memberships.role, 'observer'),
        ),
      );
    return new Set(rows.map(({ id }) => id));
  }

  return { listPartners };
}

const none = { mandateCount: 0, reviewedOn: null };

function grouped<Key, Value>(pairs: [Key, Value][]): Map<Key, Value[]> {
  const groups = new Map<Key, Value[]>();
  for (const [key, value] of pairs) {
    const group = groups.get(key);
    if (group) group.push(value);
    else groups.set(key, [value]);
  }
  return groups;
}

type Sortable = Omit<ListedPartner, 'themes' | 'isAttended'>;

function byOrder({ sort, language }: PartnerFilter) {
  const keys = new Map<string, string>();
  const keyOf = (row: Sortable) => {
    const { id } = row;
    const key = keys.get(id) ?? `${fold(institutionShortName(row, language))} ${id}`;
    keys.set(id, key);
    return key;
  };
  const names = (a: Sortable, b: Sortable) => compareText(keyOf(a), keyOf(b));
  return orderOf<Sortable, PartnerSort>(
    sort,
    {
      name: names,
      kind: (a, b) => institutionKinds.indexOf(a.kind) - institutionKinds.indexOf(b.kind),
      mandates: (a, b) => a.mandateCount - b.mandateCount,
      reviewed: (a, b) => compareText(a.reviewedOn ?? '', b.reviewedOn ?? ''),
    },
    names,
  );
}
