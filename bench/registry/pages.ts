import { openDb } from '#db/open';
import { demoUrl, type Place, signInCookie, withDemoServer } from '../demo-server';
import { loadAverage, median } from '../machine';
import { cpuMs } from '../sync/process-usage';
import { fillRegistry } from './fill';
import { openPlaces } from './places';

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

interface Asked {
  dialect: 'sqlite' | 'postgres';
  sizes: readonly number[];
  /** Of the pages, those whose address holds this. */
  page: string;
  /** A folder whose filled registries are used, and left for the next time. */
  kept: string | undefined;
}

/** The registry's pages as the registry grows, over HTTP from a server on one core. */
export async function measurePages({ dialect, sizes, page, kept }: Asked): Promise<void> {
  const measured = pages.filter(([path]) => path.includes(page));
  const places = await openPlaces(dialect, kept);
  try {
    const times = new Map<string, string[]>(measured.map(([path]) => [path, []]));
    let before: number | null = null;
    for (const facts of sizes) {
      const place: Place = await places.of(facts, before);
      before = facts;
      await withDemoServer(async () => undefined, place);
      await fillPlace(place, { dialect, facts });
      await withDemoServer(({ pid }) => timePages(times, () => cpuMs(pid) + places.cpuMs()), place);
    }
    report(dialect, sizes, times);
  } finally {
    await places.stop();
  }
}

async function fillPlace(
  place: Place,
  { dialect, facts }: { dialect: string; facts: number },
): Promise<void> {
  const started = performance.now();
  const db = await openDb({ ...place, migrationsDir: 'db/migrations' });
  const added = await fillRegistry(db, facts);
  await db.close();
  const seconds = (performance.now() - started) / 1000;
  if (added > 0) console.log(`${dialect}: ${facts} facts, ${Math.round(added / seconds)} facts/s written`);
}

async function timePages(times: Map<string, string[]>, cpuSoFar: () => number): Promise<void> {
  const headers = { cookie: await signInCookie('planning@msanp.example'), accept: 'text/html' };
  for (const [path, found] of times) {
    const ms: number[] = [];
    let [status, cpuBefore] = [200, 0];
    for (let i = 0; i < requests + 2; i++) {
      if (i === 2) cpuBefore = cpuSoFar();
      const started = performance.now();
      const answer = await fetch(`${demoUrl}/w/mdg${path}`, { headers });
      await answer.text();
      status = answer.status;
      if (i >= 2) ms.push(performance.now() - started);
    }
    const cpu = ((cpuSoFar() - cpuBefore) / requests).toFixed(0);
    found.push(status === 200 ? `${median(ms).toFixed(0)} (${cpu})` : `(${status})`);
  }
}

function report(dialect: string, sizes: readonly number[], times: Map<string, string[]>): void {
  const at = `at ${sizes.join(' / ')} facts, load ${loadAverage()}`;
  console.log(`${dialect}: median ms of ${requests} requests (ms of CPU of server and database) ${at}`);
  for (const [path, found] of times) {
    const atMostMs = pages.find(([known]) => known === path)?.[1] ?? 0;
    console.log(`  ${path.padEnd(56)} ${found.join(' / ').padEnd(32)} under ${atMostMs}`);
    if (!(Number.parseInt(found.at(-1) ?? '', 10) < atMostMs)) process.exitCode = 1;
  }
}
