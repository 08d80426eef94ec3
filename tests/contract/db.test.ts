import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Db, Tx } from '#db/db';
import { dialects, openTestDb } from '#tests/factories/databases';

describe.each(dialects)('database kit on %s', (dialect) => {
  let db: Db;
  beforeEach(async () => {
    db = await openTestDb(dialect);
  });
  afterEach(() => db.close());

  async function readCounter(tx: Tx): Promise<number> {
    const { instanceSettings } = db.tables;
    const [row] = await tx.select().from(instanceSettings).where(eq(instanceSettings.key, 'counter'));
    return row ? (row.value as number) : 0;
  }

  async function writeCounter(tx: Tx, value: number): Promise<void> {
    const { instanceSettings } = db.tables;
    await tx
      .insert(instanceSettings)
      .values({ key: 'counter', value })
      .onConflictDoUpdate({ target: instanceSettings.key, set: { value } });
  }

  it('runs concurrent transactions as if one after the other', async () => {
    await Promise.all(
      Array.from({ length: 20 }, () =>
        db.transaction(async (tx) => writeCounter(tx, (await readCounter(tx)) + 1)),
      ),
    );
    expect(await db.transaction(readCounter)).toBe(20);
  });

  it('rolls back everything when the work throws', async () => {
    await expect(
      db.transaction(async (tx) => {
        await writeCounter(tx, 7);
        throw new Error('no');
      }),
    ).rejects.toThrow('no');
    expect(await db.transaction(readCounter)).toBe(0);
  });

  it('names a duplicate the same on both', async () => {
    const { instanceSettings } = db.tables;
    await expect(
      db.transaction(async (tx) => {
        await tx.insert(instanceSettings).values({ key: 'a', value: 1 });
        await tx.insert(instanceSettings).values({ key: 'a', value: 2 });
      }),
    ).rejects.toMatchObject({ name: 'DbError', code: 'unique_violation' });
  });

  it('a prepared insert writes what any other would, many rows at once, in the transaction', async () => {
    const { instanceSettings } = db.tables;
    const insert = db.inserter(instanceSettings);
    const rows = Array.from({ length: 700 }, (_, i) => ({ key: `key ${i}`, value: { is: [i, 'é', null] } }));
    await db.transaction((tx) => insert(tx, rows));
    const more = [{ key: 'one more', value: 1 }];
    const failed = db.transaction(async (tx) => {
      await insert(tx, more);
      await insert(tx, more);
    });
    await expect(failed).rejects.toMatchObject({ name: 'DbError', code: 'unique_violation' });
    const kept = await db.read.select().from(instanceSettings);
    expect(kept).toHaveLength(700);
    expect(kept.find(({ key }) => key === 'key 699')).toEqual(rows[699]);
  });

  it('never changes or deletes an event', async () => {
    const { events } = db.tables;
    const event = {
      id: 'e' as never,
      at: '2026-01-01T00:00:00.000Z',
      kind: 'test.done',
      subjectType: 'test',
      subjectId: 'x',
    };
    await db.transaction(async (tx) => {
      await tx.insert(events).values(event);
    });
    await expect(db.transaction(async (tx) => void (await tx.delete(events)))).rejects.toThrow();
    await expect(
      db.transaction(async (tx) => void (await tx.update(events).set({ kind: 'x' }))),
    ).rejects.toThrow();
    expect(await db.read.select().from(events)).toMatchObject([
      { ...event, workspaceId: null, before: null },
    ]);
  });
});
