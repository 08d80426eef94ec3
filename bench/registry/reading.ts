import { createReadStream, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SaxesParser } from 'saxes';
import { checkIati } from '#domain/partners/iati';
import { loadAverage, median } from '../machine';
import { writeLong } from './long-file';

const megabytes = 300;
const runs = 3;
const memoryLimit = 250;

/**
 * Reading an IATI file of 300 MB: how fast beside saxes alone over the same bytes, and in how much memory. Judged by
 * CPU, which others on the machine change less than they change the clock's time.
 */
export async function measureReading(from: string | undefined): Promise<void> {
  const dir = mkdtempSync(join(tmpdir(), 'concord-bench-'));
  const file = join(dir, 'activities.xml');
  try {
    await writeLong(file, { megabytes, from });
    await compare(file);
  } finally {
    rmSync(dir, { recursive: true });
  }
}

async function compare(file: string): Promise<void> {
  const size = statSync(file).size / 2 ** 20;
  const { version } = JSON.parse(readFileSync('node_modules/saxes/package.json', 'utf8')) as {
    version: string;
  };
  console.log(`saxes ${version}, ${Math.round(size)} MB, ${runs} runs of each in turn`);
  const times = { bare: [] as Taken[], check: [] as Taken[] };
  let peak = 0;
  const watch = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage.rss());
  }, 20);
  let seen = '';
  for (let index = 0; index < runs; index++) {
    times.check.push(
      await timed(async () => {
        const checked = await checkIati(createReadStream(file));
        if (checked.state === 'refused') throw new Error(JSON.stringify(checked.listed));
        const { activities, transactions, budgets } = checked.summary;
        seen = `${activities} activities, ${transactions.count} transactions, ${budgets.count} budgets`;
      }),
    );
    times.bare.push(await timed(() => bareSaxes(file)));
  }
  clearInterval(watch);
  const speedsBy = (by: keyof Taken) =>
    [times.bare, times.check].map((taken) => size / median(taken.map((one) => one[by]))) as [number, number];
  const [bare, check] = speedsBy('cpu');
  const [bareByClock, checkByClock] = speedsBy('clock');
  const megabytesAtPeak = Math.round(peak / 2 ** 20);
  console.log(`${seen}, load ${loadAverage()}`);
  console.log(`by CPU: saxes alone ${bare.toFixed(1)} MB/s, read and summed ${check.toFixed(1)} MB/s`);
  console.log(`${Math.round((check / bare) * 100)} % of its speed (at least 50 %)`);
  console.log(`by the clock: ${bareByClock.toFixed(1)} and ${checkByClock.toFixed(1)} MB/s`);
  console.log(`at most ${megabytesAtPeak} MB of memory (at most ${memoryLimit} MB)`);
  if (check / bare < 0.5 || megabytesAtPeak > memoryLimit) process.exitCode = 1;
}

async function bareSaxes(file: string): Promise<void> {
  const parser = new SaxesParser();
  const decoder = new TextDecoder();
  let events = 0;
  parser.on('opentag', () => events++);
  parser.on('closetag', () => events++);
  parser.on('text', () => events++);
  for await (const chunk of createReadStream(file)) parser.write(decoder.decode(chunk, { stream: true }));
  parser.close();
  if (events === 0) throw new Error('Saxes saw nothing.');
}

/** Seconds. */
interface Taken {
  cpu: number;
  clock: number;
}

async function timed(work: () => Promise<void>): Promise<Taken> {
  const [started, cpuBefore] = [performance.now(), process.cpuUsage()];
  await work();
  const { user, system } = process.cpuUsage(cpuBefore);
  return { cpu: (user + system) / 1e6, clock: (performance.now() - started) / 1000 };
}
