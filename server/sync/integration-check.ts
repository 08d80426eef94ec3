import type { ReadUpdate, StructRun } from './update-reader';

/** How far each client's structs are known: what Yjs calls a state vector. */
export type Clocks = Map<number, number>;

export type Check =
  | { status: 'complete'; after: Clocks; addsStructs: boolean }
  /** Something before it is missing; integrating it would leave pending structs behind. */
  | { status: 'gap' };

/**
 * Whether an update can be integrated whole on top of `known`, walking its structs in the order Yjs would. Yjs keeps
 * what it cannot integrate and merges it again with every later update, which is quadratic; so we never let it in.
 */
export function checkIntegration(update: ReadUpdate, known: Clocks): Check {
  const after: Clocks = new Map();
  const clockOf = (client: number) => after.get(client) ?? known.get(client) ?? 0;
  const queues = byClient(update.structs);
  const waiting = new Map<number, number[]>();
  const ready = [...queues.keys()];
  let left = update.structs.length;
  let addsStructs = false;
  // Honest updates need a few turns a client; one made to go back and forth for seconds is not worth the time.
  let turns = 64 * queues.size + update.structs.length;

  for (let client = ready.pop(); client !== undefined; client = ready.pop()) {
    const queue = queues.get(client);
    if (!queue) continue;
    if (turns-- === 0) return { status: 'gap' };
    const before = queue.next;
    while (queue.next < queue.structs.length) {
      const struct = queue.structs[queue.next] as StructRun;
      const clock = clockOf(client);
      if (!struct.isSkip) {
        if (struct.clock > clock) return { status: 'gap' };
        const blocker = missing(struct, clockOf);
        if (blocker === client) return { status: 'gap' };
        if (blocker !== null) {
          waiting.set(blocker, [...(waiting.get(blocker) ?? []), client]);
          break;
        }
        if (struct.clock + struct.length > clock) {
          after.set(client, struct.clock + struct.length);
          addsStructs = true;
        }
      }
      queue.next++;
      left--;
    }
    // Only progress wakes those who wait for it, or two that wait for each other would go round for ever.
    if (queue.next === before) continue;
    ready.push(...(waiting.get(client) ?? []));
    waiting.delete(client);
  }

  if (left > 0) return { status: 'gap' };
  const hasUnknownDelete = update.deletes.some((range) => range.clock + range.length > clockOf(range.client));
  return hasUnknownDelete ? { status: 'gap' } : { status: 'complete', after, addsStructs };
}

/** The client that has to advance before this struct can be integrated, or null. */
function missing(struct: StructRun, clockOf: (client: number) => number): number | null {
  const holder = struct.parent && typeof struct.parent.of !== 'string' ? struct.parent.of : null;
  for (const needed of [struct.left, struct.right, holder]) {
    if (!needed) continue;
    const [client, clock] = needed;
    // An item may stand only on earlier ones of its own client.
    const limit = client === struct.client ? struct.clock : clockOf(client);
    if (clock >= limit) return client;
  }
  return null;
}

function byClient(structs: StructRun[]): Map<number, { structs: StructRun[]; next: number }> {
  const queues = new Map<number, { structs: StructRun[]; next: number }>();
  for (const struct of structs) {
    const queue = queues.get(struct.client);
    if (queue) queue.structs.push(struct);
    else queues.set(struct.client, { structs: [struct], next: 0 });
  }
  return queues;
}
