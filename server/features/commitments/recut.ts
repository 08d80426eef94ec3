import { and, count, eq, gt, isNull } from 'drizzle-orm';
import type { Db, Tx } from '#db/db';
import { type Clock, instant } from '#domain/clock';
import type { CutRules } from '#domain/commitments/cut-activity';
import type { ActivityId, WorkspaceId } from '#domain/ids';
import type { Background } from '#server/background';
import { newId } from '#server/new-id';
import { nextTurn, startTurn } from '#server/turn';
import type { Events, RecordedEvent } from '../events';
import { readCutRules } from './cut-rules';
import { recutActivity } from './recut-activity';

interface Dependencies {
  db: Db;
  clock: Clock;
  events: Events;
  background: Background;
}

/** How far the work is; kept in the database, so that it goes on after a restart. */
interface RecutState {
  id: string;
  /** Null: all of them, since rates belong to the instance. */
  workspaceId: WorkspaceId | null;
  total: number;
  done: number;
  after: string;
  startedAt: string;
  finishedAt: string | null;
}

export interface RecutProgress {
  total: number;
  done: number;
  isRunning: boolean;
}

const stateKey = 'commitments_recut';
/** Activities a transaction: short enough that a page waits for none of them. */
const sliceSize = 10;

/**
 * When rates, a workspace's currency or a fiscal calendar change, all that was cut and converted by them is made anew:
 * in short slices, each with its totals, so that a total is what its rows add up to at every moment in between.
 */
export function makeRecut({ db, clock, events, background }: Dependencies) {
  const { activities, instanceSettings } = db.tables;
  let isStopped = false;
  events.subscribe((event) => {
    const scope = scopeOf(event);
    if (scope !== undefined) background.run('cutting commitments anew', () => startOver(scope));
  });

  async function startOver(scope: WorkspaceId | null): Promise<void> {
    const id = newId();
    await db.transaction(async (tx) => {
      const running = await readState(tx);
      // Two changes at once: whatever is left of the first is done with the second.
      const isWider = running !== null && running.finishedAt === null && running.workspaceId !== scope;
      const workspaceId = isWider ? null : scope;
      const [counted] = await tx.select({ n: count() }).from(activities).where(liveIn(workspaceId));
      const total = Number(counted?.n ?? 0);
      const startedAt = instant(clock);
      await writeState(tx, { id, workspaceId, total, done: 0, after: '', startedAt, finishedAt: null });
    });
    await goOn(id);
  }

  /** Slice after slice, until done, stopped, or started over by someone else. */
  async function goOn(id: string): Promise<void> {
    while (!isStopped && (await db.transaction((tx) => takeSlice(tx, id)))) await nextTurn();
  }

  async function takeSlice(tx: Tx, id: string): Promise<boolean> {
    const state = await readState(tx);
    if (!state || state.id !== id || state.finishedAt !== null) return false;
    const rows = await tx
      .select()
      .from(activities)
      .where(and(liveIn(state.workspaceId), gt(activities.id, state.after as ActivityId)))
      .orderBy(activities.id)
      .limit(sliceSize);
    const turn = startTurn(db);
    let done = 0;
    const rulesOf = new Map<WorkspaceId, CutRules>();
    for (const row of rows) {
      const rules = rulesOf.get(row.workspaceId) ?? (await readCutRules({ db, reader: tx }, row.workspaceId));
      rulesOf.set(row.workspaceId, rules);
      await recutActivity({ db, tx }, row, rules);
      done++;
      if (turn.isOver()) break;
    }
    const isDone = done === rows.length && rows.length < sliceSize;
    const after = rows[done - 1]?.id ?? state.after;
    const finishedAt = isDone ? instant(clock) : null;
    await writeState(tx, { ...state, done: state.done + done, after, finishedAt });
    return !isDone;
  }

  function liveIn(workspaceId: WorkspaceId | null) {
    const here = workspaceId === null ? undefined : eq(activities.workspaceId, workspaceId);
    return and(here, isNull(activities.removedAt));
  }

  async function readState(reader: Pick<Tx, 'select'>): Promise<RecutState | null> {
    const { key, value } = instanceSettings;
    const [row] = await reader.select({ value }).from(instanceSettings).where(eq(key, stateKey));
    return (row?.value as RecutState | undefined) ?? null;
  }

  async function writeState(tx: Tx, value: RecutState): Promise<void> {
    await tx
      .insert(instanceSettings)
      .values({ key: stateKey, value })
      .onConflictDoUpdate({ target: instanceSettings.key, set: { value } });
  }

  /** Goes on with what a stop has interrupted. */
  async function resume(): Promise<void> {
    const state = await readState(db.read);
    if (state && state.finishedAt === null) background.run('cutting commitments anew', () => goOn(state.id));
  }

  /** How far the figures are with a change of rates; null before the first. */
  async function recutProgress(): Promise<RecutProgress | null> {
    const state = await readState(db.read);
    return state && { total: state.total, done: state.done, isRunning: state.finishedAt === null };
  }

  return {
    resume,
    recutProgress,
    /** Stops after the slice under way. */
    stop: () => {
      isStopped = true;
    },
  };
}

/** Of which workspace an event changes what amounts come to: null is all of them, undefined none. */
function scopeOf({ kind, workspaceId, before, after }: RecordedEvent): WorkspaceId | null | undefined {
  if (kind === 'exchange_rate.imported') return null;
  if (workspaceId === null) return undefined;
  if (kind === 'workspace.edited' && before?.currency !== after?.currency) return workspaceId;
  return /^(fiscal|country)_?calendar\./i.test(kind) ? workspaceId : undefined;
}
