// Whether the sync engine's memory stays level: 2,000 connections over 200 documents, with people who write, come and
// go, and rooms that leave memory and come back. --minutes 10 is the requirement; the longer, the surer the slope.
import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { deserted, documents, type Soak, soak } from './soak/soak';
import { flatMeans, type Sample, samplesAtLeast, trendOf } from './soak/trend';
import { ownVersions, takeSecondCore } from './sync/prepare';
import { withServer } from './sync/servers';

const { values: options } = parseArgs({ options: { minutes: { type: 'string', default: '30' } } });
const minutes = Number(options.minutes);
const sampleMs = 30_000;
if (!(minutes * 60_000 >= samplesAtLeast * sampleMs)) {
  console.error('A slope takes three minutes at least.');
  process.exit(1);
}
const filesNeeded = 2_500;
const filesAllowed = Number(spawnSync('sh', ['-c', 'ulimit -n'], { encoding: 'utf8' }).stdout);
if (filesAllowed < filesNeeded) {
  console.error(
    `This process may open ${filesAllowed} files, and needs ${filesNeeded}: ulimit -n ${filesNeeded}`,
  );
  process.exit(1);
}

takeSecondCore();
for (const line of ownVersions()) console.log(line);
console.log(
  `\n${minutes} minutes, 2,000 connections over ${documents} documents; memory after collection, in MiB`,
);
const isLevel = await withServer('concord', { rooms: documents + deserted }, async (server) =>
  report(await soak(server, { minutes, sampleMs, onSample: sayHowMuch })),
);
process.exit(isLevel ? 0 : 1);

function sayHowMuch({ minute, heapKiB, externalKiB, rssKiB }: Sample, connections: number): void {
  const [heap, external, rss] = [heapKiB, externalKiB, rssKiB].map((kib) =>
    (kib / 1024).toFixed(1).padStart(6),
  );
  console.log(
    `${minute.toFixed(1).padStart(5)} min  heap ${heap}  external ${external}  rss ${rss}  connections ${connections}`,
  );
}

function report({ samples, counts, latency, reopened }: Soak): boolean {
  const held = trendOf(samples, ({ heapKiB, externalKiB }) => heapKiB + externalKiB);
  const rows = {
    'heap + external': held,
    heap: trendOf(samples, ({ heapKiB }) => heapKiB),
    external: trendOf(samples, ({ externalKiB }) => externalKiB),
    rss: trendOf(samples, ({ rssKiB }) => rssKiB),
  };
  console.log(`\nSlopes over the second half, KiB a minute (± standard error); ${flatMeans}`);
  for (const [name, { slope, error }] of Object.entries(rows)) {
    console.log(`  ${name.padEnd(16)}${slope.toFixed(1).padStart(9)} ± ${error.toFixed(1)}`);
  }
  console.log(
    `edits ${counts.edits}, deliveries ${counts.delivered}, presences ${counts.presences}, ` +
      `entries ${counts.comings}, rooms reopened ${reopened}`,
  );
  console.log(
    `edits seen after p50 ${latency.percentile(0.5).toFixed(1)} ms, p99 ${latency.percentile(0.99).toFixed(1)} ms`,
  );
  const errors = counts.dropped + counts.refused + counts.gaps + counts.missing;
  console.log(
    `errors: ${counts.dropped} connections dropped, ${counts.refused} refused, ${counts.gaps} gaps, ` +
      `${counts.missing} people who have not seen all`,
  );
  console.log(`  ${held.isFlat ? 'pass' : 'MISS'}  memory is flat`);
  console.log(`  ${errors === 0 ? 'pass' : 'MISS'}  nobody was dropped and nothing was lost`);
  return held.isFlat && errors === 0;
}
