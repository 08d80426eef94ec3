import pg from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isInUse } from '#db/in-use';
import { dialects } from '#tests/factories/databases';
import { makePlace, type TestPlace } from '#tests/factories/places';
import { until } from '#tests/factories/sync';

describe.each(dialects)('whether a database is in use, on %s', (dialect) => {
  let place: TestPlace;
  beforeEach(async () => {
    place = await makePlace(dialect);
  });
  afterEach(() => place.remove());

  it('is so while someone has it open, and not once they have closed it', async () => {
    const db = await place.open();
    await db.read.select().from(db.tables.accounts);
    expect(await isInUse(place)).toBe(true);
    await db.close();
    expect(await isInUse(place)).toBe(false);
  });
});

it('a connection to PostgreSQL that is just ending does not count', async () => {
  const place = await makePlace('postgres');
  const connectionString = place.databaseUrl as string;
  const ending = new pg.Client({ connectionString });
  await ending.connect();
  const { rows } = await ending.query<{ name: string }>('SELECT current_database() AS name');
  const watcher = new pg.Client({ connectionString: connectionString.replace(/\/[^/]*$/, '/postgres') });
  await watcher.connect();
  const asked = isInUse(place);
  await until(async () => {
    const seen = await watcher.query('SELECT 1 FROM pg_stat_activity WHERE datname = $1', [rows[0]?.name]);
    expect(seen.rows).toHaveLength(2);
  });
  await ending.end();
  expect(await asked).toBe(false);
  await watcher.end();
  await place.remove();
});
