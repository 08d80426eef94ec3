import { and, inArray } from 'drizzle-orm';
import type { Db } from '#db/db';
import { anyPart } from '#domain/commitments/filters';
import type { FactKind } from '#domain/commitments/kinds';
import { type MoneySums, mergeSums } from '#domain/commitments/money-sums';
import type { InstitutionId, WorkspaceId } from '#domain/ids';
import type { InstitutionLabel } from '#domain/institutions/name';
import type { Language } from '#domain/languages';
import type { Page } from '#domain/lists/page';
import type { Theme } from '#domain/themes';
import { totalsWhere } from './part-sums';
import { listPartnerLabels, pageOfPartners } from './partner-labels';
import { gathered, sumsOfTotals } from './sums';

export interface MatrixRow {
  partner: InstitutionLabel<InstitutionId>;
  /** By theme; '' is money of no theme. A theme without an entry has no facts, which is not zero. */
  cells: Partial<Record<Theme | '', MoneySums>>;
  total: MoneySums;
}

export type CommitmentMatrix = Page<MatrixRow> & {
  /** Over all pages. */
  columnTotals: Partial<Record<Theme | '', MoneySums>>;
  grandTotal: MoneySums;
};

export function matrixQueries(db: Db) {
  const { commitmentTotals: t } = db.tables;

  /** Partners and themes with what was pledged, committed, disbursed or spent between them, one kind at a time. */
  async function commitmentMatrix(
    workspaceId: WorkspaceId,
    wanted: {
      kind: FactKind;
      year: number | null;
      fiscalYear: string | null;
      language: Language;
      page: number;
      size: number;
    },
  ): Promise<CommitmentMatrix> {
    const { kind, year, fiscalYear, language, page, size } = wanted;
    const of = { ...anyPart, kind, year, fiscalYear };
    const ofPartners = { ...of, grain: 'partner_theme' as const };
    const [found, columns] = await Promise.all([
      pageOfPartners(db, workspaceId, ofPartners, { language, page, size }),
      db.read
        .select({ theme: t.theme, ...sumsOfTotals(db) })
        .from(t)
        .where(totalsWhere(db, workspaceId, { ...of, grain: 'theme' }))
        .groupBy(t.theme, t.currency)
        .orderBy(t.theme, t.currency),
    ]);
    const rows = await db.read
      .select({ partnerId: t.partnerId, theme: t.theme, ...sumsOfTotals(db) })
      .from(t)
      .where(
        and(
          totalsWhere(db, workspaceId, ofPartners),
          inArray(t.partnerId, ['', ...found.rows.map(({ id }) => id)]),
        ),
      )
      .groupBy(t.partnerId, t.theme, t.currency)
      .orderBy(t.partnerId, t.theme, t.currency);
    const cells = gathered(rows, ({ partnerId, theme }) => ({ partnerId, theme }));
    const listed = found.rows.map((partner): MatrixRow => {
      const own = cells.filter(({ partnerId }) => partnerId === partner.id);
      return {
        partner,
        cells: Object.fromEntries(own.map(({ theme, sums }) => [theme, sums])),
        total: mergeSums(own.flatMap(({ sums }) => sums)),
      };
    });
    const byTheme = gathered(columns, ({ theme }) => ({ theme }));
    return {
      ...found,
      rows: listed,
      columnTotals: Object.fromEntries(byTheme.map(({ theme, sums }) => [theme, sums])),
      grandTotal: mergeSums(byTheme.flatMap(({ sums }) => sums)),
    };
  }

  return {
    commitmentMatrix,
    listPartnerLabels: (workspaceId: WorkspaceId, language: Language) =>
      listPartnerLabels(db, workspaceId, language),
  };
}
