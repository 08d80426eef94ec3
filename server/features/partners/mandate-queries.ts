import { count, eq } from 'drizzle-orm';
import { instant } from '#domain/clock';
import type { InstitutionId, MandateId, WorkspaceId } from '#domain/ids';
import { type InstitutionLabel, institutionShortName } from '#domain/institutions/name';
import type { Language } from '#domain/languages';
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
  const { mandates, institutions } = db.tables;
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
    const byName = byInstitution(filter.language);
    return rows
      .map(({ mandate, ...label }) => ({
        ...factsOf(mandate),
        id: mandate.id,
        institution: labelOf(label),
        state: validityOn(mandate, today()),
      }))
      .sort(
        (a, b) =>
          byName(a, b) ||
          themes.indexOf(a.theme) - themes.indexOf(b.theme) ||
          a.role - b.role ||
          a.id.localeCompare(b.id),
      );
  }

  /** The same counted, one row a partner that has any; the counts add up to what `listMandates` gives. */
  async function countMandates(
    workspaceId: WorkspaceId,
    filter: MandateFilter & { language: Language },
  ): Promise<MandateCounts[]> {
    const rows = await db.read
      .select({ ...labelColumns(db.tables), theme: mandates.theme, role: mandates.role, n: count() })
      .from(mandates)
      .innerJoin(institutions, eq(institutions.id, mandates.institutionId))
      .where(mandatesWhere(db, workspaceId, filter, today()))
      .groupBy(...Object.values(labelColumns(db.tables)), mandates.theme, mandates.role);
    const partners = new Map<InstitutionId, MandateCounts>();
    for (const { theme, role, n, ...label } of rows) {
      const row = partners.get(label.id) ?? { institution: labelOf(label), cells: [] };
      partners.set(label.id, row);
      const cell = row.cells.find((one) => one.theme === theme);
      if (!cell) row.cells.push({ theme, count: n, roles: [role] });
      else {
        cell.count += n;
        cell.roles = [...cell.roles, role].sort();
      }
    }
    return [...partners.values()].sort(byInstitution(filter.language));
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

function byInstitution(language: Language) {
  const { compare } = new Intl.Collator(language);
  return (a: { institution: InstitutionLabel }, b: { institution: InstitutionLabel }) =>
    compare(institutionShortName(a.institution, language), institutionShortName(b.institution, language)) ||
    a.institution.id.localeCompare(b.institution.id);
}
