import Big from 'big.js';
import { and, asc, eq, gt, inArray, isNotNull, isNull } from 'drizzle-orm';
import { convertFact } from '#domain/commitments/convert-fact';
import type { FactKind } from '#domain/commitments/kinds';
import { budgetOf, isOfFile } from '#domain/iati-imports/envelopes';
import type { WorkspaceId } from '#domain/ids';
import type { OrganisationBudget } from '#domain/partners/iati';
import { readRateTable } from '../exchange-rates';
import { findImport } from './find-import';
import { authoriseImporter } from './importer';
import type { Dependencies, OnImport } from './types';

/** What an import brought, by kind and currency: exact, converted, and what was not converted. */
export interface ImportedSum {
  /** Our own kind of a fact; of an organisation's envelopes that of IATI. */
  kind: FactKind | OrganisationBudget['kind'];
  currency: string;
  count: number;
  amount: string;
  /** Of those that were converted. */
  usd: string;
  notConverted: { count: number; amount: string };
  /** Kept although their amount is no number: in no sum. */
  withoutAmount: number;
}

const pageSize = 100;

export function importFigures({ db }: Dependencies) {
  const { financialFacts: facts, activities, iatiImportRecords: records } = db.tables;
  const { iatiOrganisations, envelopes } = db.tables;

  /** The facts that count and the envelopes, of the records that the file names and that were taken, as they are held now. */
  async function sumImported({ actor, ...place }: OnImport): Promise<ImportedSum[]> {
    authoriseImporter(actor, place.workspaceId);
    await findImport({ db }, place);
    const sums = new Map<string, ReturnType<typeof emptySum>>();
    for (let last = -1, isMore = true; isMore; ) {
      const page = await db.read
        .select({ position: records.position, kind: records.kind, identifier: records.identifier })
        .from(records)
        .where(
          and(eq(records.importId, place.importId), isNotNull(records.appliedAt), gt(records.position, last)),
        )
        .orderBy(asc(records.position))
        .limit(pageSize);
      const named = (wanted: string) =>
        page.flatMap(({ kind, identifier }) => (kind === wanted ? [identifier] : []));
      for (const fact of await listFacts(place.workspaceId, named('activity'))) addTo(sums, fact);
      for (const envelope of await listEnvelopes(place.workspaceId, named('organisation')))
        addTo(sums, envelope);
      last = page.at(-1)?.position ?? last;
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

  async function listFacts(workspaceId: WorkspaceId, identifiers: readonly string[]): Promise<CountedFact[]> {
    if (identifiers.length === 0) return [];
    return db.read
      .select({ kind: facts.kind, currency: facts.currency, amount: facts.amount, usd: facts.usd })
      .from(activities)
      .innerJoin(facts, eq(facts.activityId, activities.id))
      .where(
        and(
          eq(activities.workspaceId, workspaceId),
          inArray(activities.identifier, [...identifiers]),
          isNull(activities.removedAt),
          eq(facts.isCounted, true),
        ),
      );
  }

  /** Envelopes are not kept in dollars: they are converted here, as facts are when they are written. */
  async function listEnvelopes(
    workspaceId: WorkspaceId,
    identifiers: readonly string[],
  ): Promise<CountedFact[]> {
    if (identifiers.length === 0) return [];
    const rates = await readRateTable({ db, reader: db.read });
    const rows = await db.read
      .select({ identifier: iatiOrganisations.identifier, envelope: envelopes })
      .from(iatiOrganisations)
      .innerJoin(
        envelopes,
        and(
          eq(envelopes.workspaceId, iatiOrganisations.workspaceId),
          eq(envelopes.institutionId, iatiOrganisations.institutionId),
        ),
      )
      .where(
        and(
          eq(iatiOrganisations.workspaceId, workspaceId),
          inArray(iatiOrganisations.identifier, [...identifiers]),
          isNull(envelopes.removedAt),
        ),
      );
    return rows
      .filter(({ identifier, envelope }) => isOfFile(identifier, envelope))
      .map(({ envelope }) => ({
        kind: budgetOf(envelope).kind,
        currency: envelope.currency,
        amount: envelope.amount,
        usd: convertFact(envelope, 'USD', rates)?.amount ?? null,
      }));
  }

  return { sumImported };
}

interface CountedFact {
  kind: ImportedSum['kind'];
  currency: string | null;
  amount: string | null;
  usd: string | null;
}

function addTo(
  sums: Map<string, ReturnType<typeof emptySum>>,
  { kind, currency, amount, usd }: CountedFact,
): void {
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

function emptySum(kind: ImportedSum['kind'], currency: string) {
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
