// The fuzz of the sync engine, for as long as one likes: --minutes, --dialect sqlite|postgres, --seed, and --round to
// repeat one.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startPostgres } from '#tests/factories/postgres-server';
import { playCampaign } from './sync/campaign';
import type { Counts } from './sync/round';

const { values: options } = parseArgs({
  options: {
    minutes: { type: 'string', default: '10' },
    dialect: { type: 'string', default: 'sqlite' },
    seed: { type: 'string' },
    round: { type: 'string' },
  },
});
const seed = Number(options.seed ?? Math.floor(Math.random() * 2 ** 31));
const deadline = performance.now() + Number(options.minutes) * 60_000;
const only = options.round === undefined ? null : Number(options.round);
let saidAt = performance.now();

console.log(`fuzz:sync SEED=${seed} on ${options.dialect}`);
const database = options.dialect === 'postgres' ? await openPostgres() : null;
try {
  const total = await playCampaign({
    seed,
    from: only ?? 0,
    databaseUrl: database?.url,
    goesOn: (rounds) => (only === null ? performance.now() < deadline : rounds === 0),
    onRound: (round, soFar) => {
      if (performance.now() - saidAt < 30_000) return;
      saidAt = performance.now();
      console.log(`round ${round}: ${inWords(soFar)}`);
    },
  });
  console.log(`Nothing was lost and all had the same. SEED=${seed}, ${inWords(total)}`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  await database?.stop();
}
// Clients that are about to come back keep timers.
process.exit();

function inWords(counts: Counts): string {
  return Object.entries(counts)
    .map(([kind, count]) => `${kind} ${count}`)
    .join(', ');
}

async function openPostgres(): Promise<{ url: string; stop(): Promise<void> }> {
  const dir = mkdtempSync(join(tmpdir(), 'concord-fuzz-databases-'));
  // initdb runs as another user than root, who must be able to walk into the folder.
  chmodSync(dir, 0o755);
  const postgres = await startPostgres(join(dir, 'postgres'));
  await postgres.createDatabase('fuzz');
  const stop = async () => {
    await postgres.stop();
    rmSync(dir, { recursive: true, force: true });
  };
  return { url: `${postgres.url}/fuzz`, stop };
}
