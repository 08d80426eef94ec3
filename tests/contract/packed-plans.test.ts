import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Db } from '#db/db';
import type { ActionId } from '#domain/ids';
import { addAction } from '#domain/plans';
import { dialects, openTestDb } from '#tests/factories/databases';
import { openArchive } from '#tests/factories/logs';
import { buildPlan, projectedRows } from '#tests/factories/plans';

describe.each(dialects)('a plan whose edits were packed while nobody looked on %s', (dialect) => {
  let db: Db;
  beforeEach(async () => {
    db = await openTestDb(dialect);
  });
  afterEach(() => db.close());

  async function buildPackedPlan() {
    const plan = await buildPlan(db);
    for (let i = 0; i < 15; i++)
      await plan.edit(plan.convenor, (doc) =>
        addAction(doc, { id: `a${i}` as ActionId, title: `Action ${i}` }),
      );
    const tools = openArchive(db);
    tools.clock.advance(365 * 86_400_000);
    await tools.snapshot(plan.documentId);
    await tools.pack(plan.documentId);
    await tools.close();
    const { documentUpdates } = db.tables;
    expect(await db.read.select().from(documentUpdates)).toHaveLength(1);
    return plan;
  }

  it('still comes to its rows', async () => {
    const { services, planId } = await buildPackedPlan();
    await services.plans.project(planId);
    expect((await projectedRows(db, planId)).planActions).toHaveLength(15);
  });

  it('still has its edits told of, each by its author', async () => {
    const { services, convenor, clock } = await buildPackedPlan();
    await services.plans.start();
    clock.advance(3_600_000);
    await services.plans.digest();
    await services.plans.stop();
    const told = await db.read
      .select()
      .from(db.tables.events)
      .where(eq(db.tables.events.kind, 'plan.edited'));
    expect(told).toMatchObject([{ accountId: convenor.accountId, after: { edits: 15, actions: 15 } }]);
  });
});
