import Big from 'big.js';
import { and, asc, eq, gt, isNull } from 'drizzle-orm';
import type { FactKind } from '#domain/commitments/kinds';
import type { FinancialFactId } from '#domain/ids';
import { findImport } from './find-import';
import { authoriseImporter } from './importer';
import type { Dependencies, OnImport } from './types';

/** What an import brought, by kind and currency: exact, converted, and what was not converted. */
export interface ImportedSum {
  kind: FactKind;
  currency: string;
  count: number;
  amount: string;
  /** Of those that were converted. */
  usd: string;
  notConverted: { count: number; amount: string };
  /** Kept although their amount is no number: in no sum. */
  withoutAmount: number;
}

const pageSize = 2_000;

export function importFigures({ db }: Dependencies) {
  /** The facts that count, of the activities that the import wrote last, read in pages. */
  async function sumImported({ actor, ...place }: OnImport): Promise<ImportedSum[]> {
    authoriseImporter(actor, place.workspaceId);
    await findImport({ db }, place);
    const { financialFacts: facts, activities } = db.tables;
    const sums = new Map<string, ReturnType<typeof emptySum>>();
    for (let last: FinancialFactId | null = null, isMore = true; isMore; ) {
      const page = await db.read
        .select({
          id: facts.id,
          kind: facts.kind,
          currency: facts.currency,
          amount: facts.amount,
          usd: facts.usd,
        })
        .from(facts)
        .innerJoin(activities, eq(activities.id, facts.activityId))
        .where(
          and(
            eq(facts.workspaceId, place.workspaceId),
            eq(activities.importId, place.importId),
            eq(facts.isCounted, true),
            isNull(activities.removedAt),
            last === null ? undefined : gt(facts.id, last),
          ),
        )
        .orderBy(asc(facts.id))
        .limit(pageSize);
      for (const { kind, currency, amount, usd } of page) {
        const key = `${kind} ${currency ?? ''}`;
        const sum = sums.get(key) ?? emptySum(kind, currency ?? '');
        sums.set(key, sum);
        sum.count++;
        if (amount === null) sum.withoutAmount++;
        else sum.amount = sum.amount.plus(amount);
        if (usd !== null) sum.usd = sum.usd.plus(usd);
        else if (amount !== null) {
          sum.notConverted.count++;
          sum.notConverted.amount = sum.notConverted.amount.plus(amount);
        }
      }
      last = page.at(-1)?.id ?? null;
      isMore = page.length === pageSize;
    }
    return [...sums.values()]
      .map(({ amount, usd, notConverted, ...rest }) => ({
        ...rest,
        amount: amount.toFixed(),
        usd: usd.toFixed(),
        notConverted: { count: notConverted.count, amount: notConverted.amount.toFixed() },
      }))
      .sort((a, b) => (`${a.kind} ${a.currency}` < `${b.kind} ${b.currency}` ? -1 : 1));
  }

  return { sumImported };
}

function emptySum(kind: FactKind, currency: string) {
  const zero = new Big(0);
  return {
    kind,
    currency,
    count: 0,
    amount: zero,
    usd: zero,
    notConverted: { count: 0, amount: zero },
    withoutAmount: 0,
  };
}
