import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { withDemoServer } from '../demo-server';
import { loadAverage } from '../machine';
import { peakBytes } from '../sync/process-usage';
import { writeLong } from './long-file';

const memoryLimit = 250;

/** Importing a long IATI file whole, read and written into the registry: in how much memory, and how fast. */
export async function measureApplying(megabytes: number, from: string | undefined): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), 'concord-bench-'));
  try {
    await withDemoServer(async () => undefined, { dataDir, databaseUrl: null });
    const file = join(dataDir, 'activities.xml');
    await writeLong(file, { megabytes, from });
    const started = performance.now();
    const { peak, output } = await runImport(file, { dataDir, limit: megabytes + 1 });
    const seconds = (performance.now() - started) / 1000;
    const { state, activities, transactions, outcomes } = JSON.parse(output) as {
      state: string;
      activities: number;
      transactions: { count: number };
      outcomes: Record<string, number>;
    };
    if (state !== 'applied') throw new Error(output);
    console.log(
      `${megabytes} MB: ${activities} activities, ${transactions.count} transactions, load ${loadAverage()}`,
    );
    console.log(`${JSON.stringify(outcomes)} in ${Math.round(seconds)} s`);
    console.log(`at most ${Math.round(peak / 2 ** 20)} MB of memory (at most ${memoryLimit} MB)`);
    if (peak / 2 ** 20 > memoryLimit) process.exitCode = 1;
  } finally {
    rmSync(dataDir, { recursive: true });
  }
}

/** As an operator does, in a process of its own, whose memory is looked at until it ends. */
async function runImport(
  file: string,
  { dataDir, limit }: { dataDir: string; limit: number },
): Promise<{ peak: number; output: string }> {
  const own = { NODE_ENV: 'production' as const, DATA_DIR: dataDir, IMPORT_LIMIT_MB: String(limit) };
  const env = { ...process.env, ...own };
  const args = ['build/node/cli/iati.mjs', 'import', file, '--workspace', 'mdg', '--accept-all', '--json'];
  const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'inherit'] });
  let [output, peak] = ['', 0];
  child.stdout.on('data', (data: Buffer) => {
    output += data;
  });
  const watch = setInterval(() => {
    if (child.exitCode === null && child.pid) peak = Math.max(peak, peakBytes(child.pid));
  }, 200);
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  clearInterval(watch);
  if (code === null || code > 1) throw new Error(`The import ended with ${code}.`);
  return { peak, output };
}
