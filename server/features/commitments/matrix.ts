import type { Db } from '#db/db';
import { anyPart } from '#domain/commitments/filters';
import type { FactKind } from '#domain/commitments/kinds';
import { type MoneySums, mergeSums } from '#domain/commitments/money-sums';
import type { InstitutionId, WorkspaceId } from '#domain/ids';
import type { InstitutionLabel } from '#domain/institutions/name';
import type { Language } from '#domain/languages';
import { type Page, pageOf } from '#domain/lists/page';
import type { Theme } from '#domain/themes';
import { totalsWhere } from './part-sums';
import { labelsOf, listPartnerLabels, sortedByName } from './partner-labels';
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
    const rows = await db.read
      .select({ partnerId: t.partnerId, theme: t.theme, ...sumsOfTotals(db) })
      .from(t)
      .where(totalsWhere(db, workspaceId, { ...anyPart, grain: 'partner_theme', kind, year, fiscalYear }))
      .groupBy(t.partnerId, t.theme, t.currency)
      .orderBy(t.partnerId, t.theme, t.currency);
    const cells = gathered(rows, (row) => ({ partnerId: row.partnerId, theme: row.theme }));
    const labels = await labelsOf(
      db,
      cells.map(({ partnerId }) => partnerId),
    );
    const byPartner = new Map<string, MatrixRow>();
    const columns = new Map<Theme | '', MoneySums>();
    for (const { partnerId, theme, sums } of cells) {
      const partner = labels.get(partnerId);
      if (!partner) continue;
      const row = byPartner.get(partnerId) ?? { partner, cells: {}, total: [] };
      row.cells[theme] = sums;
      row.total.push(...sums);
      byPartner.set(partnerId, row);
      columns.set(theme, [...(columns.get(theme) ?? []), ...sums]);
    }
    const found = pageOf(
      sortedByName([...byPartner.values()], language, ({ partner }) => partner),
      {
        page,
        size,
      },
    );
    return {
      ...found,
      rows: found.rows.map((row) => ({ ...row, total: mergeSums(row.total) })),
      columnTotals: Object.fromEntries([...columns].map(([theme, sums]) => [theme, mergeSums(sums)])),
      grandTotal: mergeSums([...columns.values()].flat()),
    };
  }

  return {
    commitmentMatrix,
    listPartnerLabels: (workspaceId: WorkspaceId, language: Language) =>
      listPartnerLabels(db, workspaceId, language),
  };
}
