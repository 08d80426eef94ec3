import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Db } from '#db/db';

/** How long work in the background may keep all others waiting at once. */
const turnMs = 8;

export interface Turn {
  /** Whether others should have theirs: what is left waits for the next transaction. */
  isOver(): boolean;
}

/** SQLite works in this thread, so a transaction is a turn of the loop; PostgreSQL keeps nobody waiting. */
export function startTurn({ dialect }: Pick<Db, 'dialect'>): Turn {
  const started = performance.now();
  return { isOver: () => dialect === 'sqlite' && performance.now() - started >= turnMs };
}

export { nextTurn };
