import { type ChildProcess, fork, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import type { AttackName } from './attacks';
import { type Delays, HonestPair } from './honest';
import { sleep, type Target } from './target';

const quietMs = 5_000;
const attackMs = 10_000;
/** How long until the attacker is at work. */
const warmUpMs = 500;

export interface AttackLoad {
  before: Delays;
  during: Delays;
  done: number;
  /** Above what it was before: at its highest, and after the attack when everything was collected. */
  peakMiB: number;
  keptMiB: number;
  isUp: boolean;
}

/** Two honest people write to each other, first in peace and then under the attack. */
export async function attackLoad(target: Target, name: AttackName): Promise<AttackLoad> {
  const before = await inPeace(target);
  const [id, elsewhere] = [await target.createDocument(), await target.createDocument()];
  const at = await target.usage();
  const pair = await HonestPair.enter(target, id);
  const attacker = start(name, target.port, id, elsewhere);
  let done = 0;
  attacker.on('message', (sofar: number) => {
    done = sofar;
  });
  await once(attacker, 'message');
  await sleep(warmUpMs);
  pair.start();
  await sleep(attackMs);
  const during = await pair.stop();
  const { peakMiB } = await target.usage();
  attacker.kill('SIGKILL');
  await target.hangUp();
  // Rooms and whatever waits at the doors are gone after a while.
  await sleep(3_000);
  const after = await target.usage();
  const kept = after.heapMiB + after.externalMiB - at.heapMiB - at.externalMiB;
  return { before, during, done, peakMiB: peakMiB - at.rssMiB, keptMiB: kept, isUp: target.isUp };
}

async function inPeace(target: Target): Promise<Delays> {
  const pair = await HonestPair.enter(target, await target.createDocument());
  pair.start();
  await sleep(quietMs);
  return pair.stop();
}

/** On the core of those who measure, but after them: a delay that is seen is the server's. */
function start(name: AttackName, port: number, id: string, elsewhere: string): ChildProcess {
  const child = fork('bench/hostile/attacker.ts', [name, String(port), id, elsewhere], {
    execArgv: ['--import', 'tsx'],
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  // Where those who measure were given precedence over all else on the machine, the attacker does not share it.
  spawnSync('chrt', ['-a', '-o', '-p', '0', String(child.pid)], { stdio: 'ignore' });
  spawnSync('renice', ['-n', '15', '-p', String(child.pid)], { stdio: 'ignore' });
  spawnSync('taskset', ['-acp', '1', String(child.pid)], { stdio: 'ignore' });
  return child;
}
