// What full rooms and hostile clients cost: the engine in a process of its own on one core, everyone else on the other.
import type { Delays } from './hostile/honest';
import { joinLoad } from './hostile/join-load';
import { presenceLoad } from './hostile/presence-load';
import { Target } from './hostile/target';
import { machine } from './machine';

console.log(machine());
const target = await Target.start();

const { movingShare, idleShare } = await presenceLoad(target);
console.log(`500 presences at 1 Hz: ${movingShare.toFixed(1)} % of a core (target: under 15)`);
console.log(`500 people who do nothing: ${idleShare.toFixed(1)} % of a core`);

for (const hasLocalCopy of [false, true]) {
  const load = await joinLoad(target, { hasLocalCopy });
  const who = hasLocalCopy ? 'with edits of their own' : 'with nothing';
  console.log(
    `150 people ${who} open 4 MB at once: median ${load.medianMs.toFixed(0)} ms (target: under 1,000), ` +
      `last ${load.maxMs.toFixed(0)} ms, memory at most +${load.peakMiB.toFixed(0)} MB (target: under 400), ` +
      `processor ${load.cpuMs.toFixed(0)} ms; ${inWords(load.others)}`,
  );
}

await target.stop();

function inWords({ p50, p99, max, missing }: Delays): string {
  const times = `p50 ${p50.toFixed(0)}, p99 ${p99.toFixed(0)}, longest ${max.toFixed(0)} ms (target: under 250)`;
  return `others wait ${times}${missing > 0 ? `, ${missing} EDITS MISSING` : ''}`;
}
