import { count, eq } from 'drizzle-orm';
import { instant } from '#domain/clock';
import type { InstitutionId, MandateId, WorkspaceId } from '#domain/ids';
import { type InstitutionLabel, institutionShortName } from '#domain/institutions/name';
import type { Language } from '#domain/languages';
import { compareText } from '#domain/lists/order';
import { fold } from '#domain/lists/search';
import type { FactsOf } from '#domain/partners/facts';
import { type ValidityState, validityOn } from '#domain/partners/in-force';
import type { MandateRole } from '#domain/partners/kinds';
import { type Theme, themes } from '#domain/themes';
import { labelColumns, labelOf } from '../institutions';
import { type DescribedOrigin, describeOrigins } from '../provenance';
import { type MandateFilter, mandatesWhere } from './mandate-filter';
import { factsOf } from './parts/mandate';
import type { Dependencies } from './types';

export interface ListedMandate extends FactsOf<'mandate'> {
  id: MandateId;
  institution: InstitutionLabel<InstitutionId>;
  state: ValidityState;
}

/** A row of the matrix: how many mandates a partner has for each theme, by role. */
export interface MandateCounts {
  institution: InstitutionLabel<InstitutionId>;
  cells: { theme: Theme; count: number; roles: MandateRole[] }[];
}

export function mandateQueries({ db, clock }: Pick<Dependencies, 'db' | 'clock'>) {
  const { mandates, institutions, partnerProfiles } = db.tables;
  const today = () => instant(clock).slice(0, 10);

  /** The mandates wanted, by partner and theme. */
  async function listMandates(
    workspaceId: WorkspaceId,
    filter: MandateFilter & { language: Language },
  ): Promise<ListedMandate[]> {
    const rows = await db.read
      .select({ mandate: mandates, ...labelColumns(db.tables) })
      .from(mandates)
      .innerJoin(institutions, eq(institutions.id, mandates.institutionId))
      .where(mandatesWhere(db, workspaceId, filter, today()));
    const listed = rows.map(({ mandate, ...label }) => ({
      ...factsOf(mandate),
      id: mandate.id,
      institution: labelOf(label),
      state: validityOn(mandate, today()),
    }));
    listed.sort(
      (a, b) =>
        themes.indexOf(a.theme) - themes.indexOf(b.theme) || a.role - b.role || (a.id < b.id ? -1 : 1),
    );
    return byInstitution(listed, filter.language);
  }

  /** The same counted, one row a partner that has any; the counts add up to what `listMandates` gives. */
  async function countMandates(
    workspaceId: WorkspaceId,
    filter: MandateFilter & { language: Language },
  ): Promise<MandateCounts[]> {
    const [rows, labels] = await Promise.all([
      db.read
        .select({ id: mandates.institutionId, theme: mandates.theme, role: mandates.role, n: count() })
        .from(mandates)
        .where(mandatesWhere(db, workspaceId, filter, today()))
        .groupBy(mandates.institutionId, mandates.theme, mandates.role),
      listLabels(workspaceId),
    ]);
    const cellsById = new Map<InstitutionId, MandateCounts['cells']>();
    for (const { id, theme, role, n } of rows) {
      const cells = cellsById.get(id) ?? [];
      cellsById.set(id, cells);
      const cell = cells.find((one) => one.theme === theme);
      if (!cell) cells.push({ theme, count: n, roles: [role] });
      else {
        cell.count += n;
        cell.roles = [...cell.roles, role].sort();
      }
    }
    const counted = labels.map((institution) => ({
      institution,
      cells: cellsById.get(institution.id) ?? [],
    }));
    return byInstitution(
      counted.filter(({ cells }) => cells.length > 0),
      filter.language,
    );
  }

  async function listLabels(workspaceId: WorkspaceId): Promise<InstitutionLabel<InstitutionId>[]> {
    const rows = await db.read
      .select(labelColumns(db.tables))
      .from(partnerProfiles)
      .innerJoin(institutions, eq(institutions.id, partnerProfiles.institutionId))
      .where(eq(partnerProfiles.workspaceId, workspaceId));
    return rows.map(labelOf);
  }

  /** Who set what in these mandates, by mandate. */
  function mandateOrigins(
    workspaceId: WorkspaceId,
    ids: readonly MandateId[],
  ): Promise<Map<string, DescribedOrigin[]>> {
    return describeOrigins(db, { workspaceId, subjectType: 'mandate', ids });
  }

  return { listMandates, countMandates, mandateOrigins };
}

/** In the order of the partners' short names; rows of one partner stay in theirs. */
function byInstitution<Row extends { institution: InstitutionLabel }>(
  rows: Row[],
  language: Language,
): Row[] {
  const keys = new Map<string, string>();
  for (const { institution } of rows) {
    if (!keys.has(institution.id)) keys.set(institution.id, sortKey(institution, language));
  }
  const keyOf = ({ institution }: Row) => keys.get(institution.id) ?? '';
  return rows.sort((a, b) => compareText(keyOf(a), keyOf(b)));
}

function sortKey(institution: InstitutionLabel, language: Language): string {
  return `${fold(institutionShortName(institution, language))} ${institution.id}`;
}
