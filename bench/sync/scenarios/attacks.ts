import { type AttackLoad, attackLoad } from '../../hostile/attack-load';
import { type AttackName, attackNames } from '../../hostile/attacks';
import { joinLoad } from '../../hostile/join-load';
import { Target } from '../../hostile/target';
import type { Figures, Scenario } from '../scenario';
import { atMost } from '../scenario';

/** Two honest people write in the document that is attacked; peers that such things end are not put through them. */
async function run(name: AttackName): Promise<Figures> {
  const target = await Target.start();
  try {
    // The thread that merges logs starts at the first long one.
    await joinLoad(target, { hasLocalCopy: false, joiners: 1 });
    return figuresOf(await attackLoad(target, name));
  } finally {
    await target.stop();
  }
}

function figuresOf({ before, during, done, peakMiB, keptMiB, isUp }: AttackLoad): Figures {
  return {
    done,
    before: before.max,
    p50: during.p50,
    p99: during.p99,
    longest: during.max,
    peakMiB,
    keptMiB,
    lost: isUp ? during.missing : Number.POSITIVE_INFINITY,
  };
}

export const attackScenarios: Scenario[] = attackNames.map((attack) => ({
  name: `attack-${attack.replace(/[^a-z0-9]+/g, '-')}`,
  title: `Attacked by ${attack}: two others write; if the server ends, all is lost`,
  columns: {
    done: 'done',
    before: 'longest before, ms',
    p50: 'p50 ms',
    p99: 'p99 ms',
    longest: 'longest ms',
    peakMiB: 'MB at most',
    keptMiB: 'MB kept',
    lost: 'lost',
  },
  targets: [atMost('longest', 250, 'ms'), atMost('peakMiB', 50, 'MB'), atMost('lost', 0, 'edits')],
  runs: 1,
  servers: ['concord'],
  run: () => run(attack),
}));
