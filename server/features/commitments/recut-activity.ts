import { eq } from 'drizzle-orm';
import type { Db, Tx } from '#db/db';
import { type CutRules, cutActivity } from '#domain/commitments/cut-activity';
import { facetsOf } from '#domain/commitments/facets';
import { readRecord } from './find-activity';
import type { ActivityRow } from './rows';
import { statementsOf } from './statements';
import { takeBackParts } from './take-back-parts';
import { makeTotalsDelta } from './totals-delta';

/** Cuts and converts the facts of an activity anew, by the rules of now. What was entered stays as it is. */
export async function recutActivity(
  { db, tx }: { db: Db; tx: Tx },
  row: ActivityRow,
  rules: CutRules,
): Promise<void> {
  const { financialFacts, activityFacets } = db.tables;
  const { id: activityId, workspaceId, partnerId } = row;
  const { record, facts } = await readRecord({ db, reader: tx }, row);
  const cuts = cutActivity(record, rules);
  const delta = makeTotalsDelta();
  await takeBackParts({ db, tx }, activityId, delta);
  for (const [index, fact] of facts.entries()) {
    const [usd, local] = [cuts[index]?.usd ?? null, cuts[index]?.local ?? null];
    const set = {
      usd: usd?.amount ?? null,
      usdRate: usd?.rate ?? null,
      usdSource: usd?.source ?? '',
      local: local?.amount ?? null,
      localRate: local?.rate ?? null,
      localSource: local?.source ?? '',
    };
    const isSame = Object.entries(set).every(([name, value]) => fact[name as keyof typeof set] === value);
    if (!isSame) await tx.update(financialFacts).set(set).where(eq(financialFacts.id, fact.id));
  }
  const parts = facts.flatMap(({ id: factId, kind }, index) =>
    (cuts[index]?.parts ?? []).map((part, position) => {
      delta.add({ ...part, kind, partnerId });
      return { factId, position, workspaceId, activityId, partnerId, kind, ...part };
    }),
  );
  await tx.delete(activityFacets).where(eq(activityFacets.activityId, activityId));
  const statements = statementsOf(db);
  await statements.insertParts(tx, parts);
  await statements.insertFacets(
    tx,
    facetsOf(record, cuts).map((facet) => ({ workspaceId, activityId, ...facet })),
  );
  await statements.addTotals(tx, delta.rows(workspaceId));
}
