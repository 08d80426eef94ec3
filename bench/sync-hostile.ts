// What full rooms and hostile clients cost: the engine in a process of its own on one core, everyone else on the other.
import { presenceLoad } from './hostile/presence-load';
import { Target } from './hostile/target';
import { machine } from './machine';

console.log(machine());
const target = await Target.start();
const { movingShare, idleShare } = await presenceLoad(target);
console.log(`500 presences at 1 Hz: ${movingShare.toFixed(1)} % of a core (target: under 15)`);
console.log(`500 people who do nothing: ${idleShare.toFixed(1)} % of a core`);
await target.stop();
