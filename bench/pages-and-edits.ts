// Whether pages hold up edits: two people write in a plan of the demo, first alone and then while 50 pages a second are
// rendered by the same process. Target: 99 of 100 edits are seen in at most twice the time.
import Database from 'better-sqlite3';
import { WebSocket } from 'ws';
import { demoUrl, signInCookie, withDemoServer } from './demo-server';
import { type Delays, HonestPair } from './hostile/honest';
import { sleep } from './hostile/target';
import { loadAverage, machine, median } from './machine';

const runs = 3;
const seconds = 10;
const pagesPerSecond = 50;

await withDemoServer(async ({ dataDir }) => {
  const cookie = await signInCookie('planning@msanp.example');
  const documentId = anyDocument(dataDir);
  const open = async (): Promise<WebSocket> => {
    const socket = new WebSocket(`${demoUrl.replace('http', 'ws')}/sync/${documentId}`, {
      headers: { Cookie: cookie, Origin: demoUrl },
    });
    await new Promise((resolve, reject) => socket.on('open', resolve).on('error', reject));
    return socket;
  };
  console.log(`${machine()}; load before: ${loadAverage()}`);
  await render(cookie, 5); // warm-up
  const alone: Delays[] = [];
  const beside: Delays[] = [];
  let pages = 0;
  for (let run = 0; run < runs; run++) {
    alone.push(await write(open, () => sleep(seconds * 1_000)));
    beside.push(
      await write(open, async () => {
        pages += await render(cookie, seconds);
      }),
    );
  }
  console.log(`ms until an edit is seen, medians of ${runs} runs (all runs)`);
  report('alone, p50', alone, ({ p50 }) => p50);
  report('alone, p99', alone, ({ p99 }) => p99);
  report(`beside ${(pages / runs / seconds).toFixed(1)} pages/s, p50`, beside, ({ p50 }) => p50);
  report(`beside ${(pages / runs / seconds).toFixed(1)} pages/s, p99`, beside, ({ p99 }) => p99);
  const p99 = (delays: Delays[]) => median(delays.map((each) => each.p99));
  console.log(`p99 beside pages is ${(p99(beside) / p99(alone)).toFixed(1)} times p99 alone (target: 2)`);
  console.log(`load after: ${loadAverage()}`);
});

/** Each run in the same document, whose writer and reader are new. */
async function write(open: () => Promise<WebSocket>, meanwhile: () => Promise<void>): Promise<Delays> {
  const field = `honest ${Math.random()}`;
  const pair = await HonestPair.enter({ open }, '', field);
  pair.start();
  await meanwhile();
  const delays = await pair.stop();
  pair.leave();
  if (delays.missing > 0) throw new Error(`${delays.missing} edits were not seen`);
  return delays;
}

/** Has the overview rendered, one every 20 ms whatever becomes of those before; gives how many there were. */
async function render(cookie: string, duration: number): Promise<number> {
  const pages: Promise<void>[] = [];
  const timer = setInterval(() => pages.push(page(cookie)), 1_000 / pagesPerSecond);
  await sleep(duration * 1_000);
  clearInterval(timer);
  await Promise.all(pages);
  return pages.length;
}

async function page(cookie: string): Promise<void> {
  const answer = await fetch(`${demoUrl}/w/mdg`, { headers: { cookie, accept: 'text/html' } });
  await answer.arrayBuffer();
  if (!answer.ok) throw new Error(`a page was answered with ${answer.status}`);
}

function anyDocument(dataDir: string): string {
  const database = new Database(`${dataDir}/concord.sqlite`, { readonly: true });
  const row = database
    .prepare(
      `SELECT document_id FROM plans JOIN workspaces ON workspaces.id = plans.workspace_id
       WHERE workspaces.slug = 'mdg' AND plans.archived_at IS NULL LIMIT 1`,
    )
    .get() as { document_id: string };
  database.close();
  return row.document_id;
}

function report(name: string, runs: Delays[], figure: (delays: Delays) => number): void {
  const values = runs.map((run) => Number(figure(run).toFixed(1)));
  console.log(`  ${name.padEnd(28)} ${median(values)} (${values.join(', ')})`);
}
