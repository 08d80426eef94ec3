import { and, eq, gt } from 'drizzle-orm';
import type { Db } from '#db/db';
import { type TotalKey, totalsOf } from '#domain/commitments/totals';
import type { WorkspaceId } from '#domain/ids';
import { addAmounts } from '#domain/money';

type Sums = {
  amount: string;
  usd: string;
  local: string;
  parts: number;
  withoutUsd: number;
  withoutLocal: number;
};

/** The totals as the database keeps them, by key, without those that count for nothing. */
export async function keptTotals(db: Db, workspaceId: WorkspaceId): Promise<Map<string, Sums>> {
  const { commitmentTotals: table } = db.tables;
  const rows = await db.read
    .select()
    .from(table)
    .where(and(eq(table.workspaceId, workspaceId), gt(table.parts, 0)));
  return new Map(
    rows.map(({ amount, usd, local, parts, withoutUsd, withoutLocal, ...key }) => [
      textOf(key),
      { ...exact({ amount, usd, local }), parts, withoutUsd, withoutLocal },
    ]),
  );
}

/** The same, added up anew from the parts. */
export async function addedUpTotals(db: Db, workspaceId: WorkspaceId): Promise<Map<string, Sums>> {
  const { factParts } = db.tables;
  const totals = new Map<string, Sums>();
  for (const part of await db.read.select().from(factParts).where(eq(factParts.workspaceId, workspaceId))) {
    for (const key of totalsOf(part)) {
      const known = totals.get(textOf(key)) ?? nothing;
      totals.set(textOf(key), {
        amount: addAmounts(known.amount, part.amount),
        usd: addAmounts(known.usd, part.usd ?? '0'),
        local: addAmounts(known.local, part.local ?? '0'),
        parts: known.parts + 1,
        withoutUsd: known.withoutUsd + (part.usd === null ? 1 : 0),
        withoutLocal: known.withoutLocal + (part.local === null ? 1 : 0),
      });
    }
  }
  return totals;
}

const nothing: Sums = { amount: '0', usd: '0', local: '0', parts: 0, withoutUsd: 0, withoutLocal: 0 };

function textOf({
  grain,
  partnerId,
  country,
  theme,
  kind,
  year,
  fiscalYearStart,
  currency,
}: TotalKey): string {
  return [grain, partnerId, country, theme, kind, year, fiscalYearStart, currency].join('|');
}

function exact({ amount, usd, local }: Pick<Sums, 'amount' | 'usd' | 'local'>) {
  return { amount: addAmounts(amount), usd: addAmounts(usd), local: addAmounts(local) };
}
