import type { Db } from '#db/db';

/** The prepared writes of this feature: preparing them anew would cost more than an activity itself. */
export function statementsOf(db: Db) {
  const known = prepared.get(db.read);
  if (known) return known;
  const made = prepare(db);
  prepared.set(db.read, made);
  return made;
}

const prepared = new WeakMap<Db['read'], ReturnType<typeof prepare>>();

function prepare(db: Db) {
  const { activities, activityFacets, activityShares, activityOrganisations, financialFacts, factParts } =
    db.tables;
  const totals = db.tables.commitmentTotals;
  return {
    insertActivities: db.inserter(activities),
    insertFacets: db.inserter(activityFacets),
    insertShares: db.inserter(activityShares),
    insertOrganisations: db.inserter(activityOrganisations),
    insertFacts: db.inserter(financialFacts),
    insertParts: db.inserter(factParts),
    addTotals: db.adder(totals, {
      key: [
        totals.workspaceId,
        totals.grain,
        totals.country,
        totals.kind,
        totals.year,
        totals.fiscalYearStart,
        totals.partnerId,
        totals.theme,
        totals.currency,
      ],
      add: [totals.amount, totals.usd, totals.local, totals.parts, totals.withoutUsd, totals.withoutLocal],
    }),
  };
}
