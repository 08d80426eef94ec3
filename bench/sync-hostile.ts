// What full rooms and hostile clients cost: the engine in a process of its own on one core, everyone else on the other.
// --only presence, joins or attacks for one part of it; --attack crumbs for one attack.
import { parseArgs } from 'node:util';
import { attackLoad } from './hostile/attack-load';
import { attackNames } from './hostile/attacks';
import type { Delays } from './hostile/honest';
import { joinLoad } from './hostile/join-load';
import { presenceLoad } from './hostile/presence-load';
import { Target } from './hostile/target';
import { loadAverage, machine } from './machine';

const { values: options } = parseArgs({ options: { only: { type: 'string' }, attack: { type: 'string' } } });
const isWanted = (part: string) => options.only === undefined || options.only === part;

console.log(`${machine()}; load before: ${loadAverage()}`);
const target = await Target.start();
if (isWanted('presence')) await presence();
if (isWanted('joins')) await joins();
if (isWanted('attacks')) await attack();
await target.stop();

async function presence(): Promise<void> {
  const { movingShare, idleShare } = await presenceLoad(target);
  console.log(`500 presences at 1 Hz: ${movingShare.toFixed(1)} % of a core (target: under 15)`);
  console.log(`500 people who do nothing: ${idleShare.toFixed(1)} % of a core`);
}

async function joins(): Promise<void> {
  for (const hasLocalCopy of [false, true]) {
    const load = await joinLoad(target, { hasLocalCopy });
    const who = hasLocalCopy ? 'with edits of their own' : 'with nothing';
    console.log(
      `150 people ${who} open 4 MB at once: median ${load.medianMs.toFixed(0)} ms (target: under 1,000), ` +
        `last ${load.maxMs.toFixed(0)} ms, memory at most +${load.peakMiB.toFixed(0)} MB (target: under 400), ` +
        `processor ${load.cpuMs.toFixed(0)} ms; ${inWords(load.others)}`,
    );
  }
}

/** Targets: the server stays up, nobody else waits for 250 ms, memory grows by less than 50 MB. */
async function attack(): Promise<void> {
  // The thread that merges logs starts at the first long one.
  await joinLoad(target, { hasLocalCopy: false, joiners: 1 });
  console.log('\nTwo honest people in the document attacked; ms until an edit is seen, MB of memory');
  console.log(
    row(['attack', 'done', 'p50', 'p99', 'longest', '(before: p50', 'p99', 'longest)', 'peak', 'kept']),
  );
  for (const name of attackNames.filter((name) => !options.attack || name === options.attack)) {
    const { before, during, done, peakMiB, keptMiB, isUp } = await attackLoad(target, name);
    const figures = [during, before].flatMap(({ p50, p99, max }) => [p50, p99, max]);
    const isMet = isUp && during.missing === 0 && during.max < 250 && peakMiB < 50;
    const missing = during.missing > 0 ? `  ${during.missing} EDITS MISSING` : '';
    console.log(
      row([name, String(done), ...[...figures, peakMiB, keptMiB].map((figure) => figure.toFixed(1))]) +
        `  ${isMet ? 'pass' : 'MISS'}${missing}${isUp ? '' : '  THE SERVER HAS ENDED'}`,
    );
  }
  console.log(`load after: ${loadAverage()}`);
}

function row([name = '', ...cells]: string[]): string {
  return `  ${name.padEnd(24)}${cells.map((cell) => cell.padStart(13)).join('')}`;
}

function inWords({ p50, p99, max, missing }: Delays): string {
  const times = `p50 ${p50.toFixed(0)}, p99 ${p99.toFixed(0)}, longest ${max.toFixed(0)} ms (target: under 250)`;
  return `others wait ${times}${missing > 0 ? `, ${missing} EDITS MISSING` : ''}`;
}
