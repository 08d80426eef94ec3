import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDb } from '#db/open';
import { startPostgres } from '#tests/factories/postgres-server';
import { demoUrl, signInCookie, withDemoServer } from '../demo-server';
import { median } from '../machine';
import { fillRegistry } from './fill';

const requests = 15;

/** Each page with the median that it must stay under, in milliseconds, at a million facts. */
const pages: [path: string, atMostMs: number][] = [
  ['/partners', 150],
  ['/partners?q=pooling&sort=-name', 150],
  ['/partners?page=20', 150],
  ['/mandates', 150],
  ['/commitments', 150],
  ['/commitments?q=insurance&country=MG', 150],
  ['/commitments?page=200', 150],
  ['/commitments/facts', 150],
  ['/commitments/facts?country=MG&kind=committed&year=2020', 150],
  ['/countries', 150],
  ['/countries/MG', 150],
  ['/countries/ZM?years=fiscal', 150],
  ['/matrix', 300],
  ['/cycles', 150],
  ['/timeline', 150],
];

/** The registry's pages as the registry grows, over HTTP from a server on one core. */
export async function measurePages(dialect: 'sqlite' | 'postgres', sizes: readonly number[]): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), 'concord-bench-'));
  const postgres = dialect === 'postgres' ? await startPostgres(join(dataDir, 'postgres')) : null;
  await postgres?.createDatabase('concord');
  const databaseUrl = postgres ? `${postgres.url}/concord` : null;
  try {
    await withDemoServer(async () => undefined, { dataDir, databaseUrl });
    const times = new Map<string, string[]>(pages.map(([path]) => [path, []]));
    let filled = 0;
    for (const facts of sizes) {
      const started = performance.now();
      const db = await openDb({ databaseUrl, dataDir, migrationsDir: 'db/migrations' });
      await fillRegistry(db, facts, filled);
      await db.close();
      const seconds = (performance.now() - started) / 1000;
      console.log(`${dialect}: ${facts} facts, ${Math.round((facts - filled) / seconds)} facts/s written`);
      filled = facts;
      await withDemoServer(() => timePages(times), { dataDir, databaseUrl });
    }
    report(dialect, sizes, times);
  } finally {
    await postgres?.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function timePages(times: Map<string, string[]>): Promise<void> {
  const headers = { cookie: await signInCookie('planning@msanp.example'), accept: 'text/html' };
  for (const [path] of pages) {
    const ms: number[] = [];
    let status = 200;
    for (let i = 0; i < requests + 2; i++) {
      const started = performance.now();
      const answer = await fetch(`${demoUrl}/w/mdg${path}`, { headers });
      await answer.text();
      status = answer.status;
      if (i >= 2) ms.push(performance.now() - started);
    }
    times.get(path)?.push(status === 200 ? median(ms).toFixed(0) : `(${status})`);
  }
}

function report(dialect: string, sizes: readonly number[], times: Map<string, string[]>): void {
  console.log(`${dialect}: median ms of ${requests} requests at ${sizes.join(' / ')} facts`);
  for (const [path, atMostMs] of pages) {
    const found = times.get(path) ?? [];
    console.log(`  ${path.padEnd(56)} ${found.join(' / ').padEnd(20)} (under ${atMostMs})`);
    if (!(Number(found.at(-1)) < atMostMs)) process.exitCode = 1;
  }
}
