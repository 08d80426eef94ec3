import { and, eq, sql } from 'drizzle-orm';
import { instant } from '#domain/clock';
import type { AccountId, WorkspaceId } from '#domain/ids';
import type { Dependencies } from './types';

/** Away for longer than this and the next page begins a new visit. */
const absenceMs = 30 * 60 * 1000;
/** Within a visit, its end is written at most this often, so that most pages write nothing. */
const precisionMs = 5 * 60 * 1000;

/** A visit is no deed that others should see, so it is written without an event. */
export function visits({ db, clock }: Pick<Dependencies, 'db' | 'clock'>) {
  const { workspaceVisits } = db.tables;
  // Every page asks this: it is put together once.
  const ownVisit = db.read
    .select()
    .from(workspaceVisits)
    .where(
      and(
        eq(workspaceVisits.accountId, sql.placeholder('accountId')),
        eq(workspaceVisits.workspaceId, sql.placeholder('workspaceId')),
      ),
    )
    .prepare();

  /** Notes that the person is here. Returns when their previous visit ended; null on the first. */
  async function visit({
    accountId,
    workspaceId,
  }: {
    accountId: AccountId;
    workspaceId: WorkspaceId;
  }): Promise<{ previousAt: string | null }> {
    const [known] = await ownVisit.execute({ accountId, workspaceId });
    const awayMs = known ? clock.now().getTime() - Date.parse(known.lastAt) : Number.POSITIVE_INFINITY;
    if (known && awayMs < precisionMs) return { previousAt: known.previousAt };
    const previousAt = awayMs >= absenceMs ? (known?.lastAt ?? null) : (known?.previousAt ?? null);
    const row = { previousAt, lastAt: instant(clock) };
    await db.transaction(async (tx) => {
      await tx
        .insert(workspaceVisits)
        .values({ accountId, workspaceId, ...row })
        .onConflictDoUpdate({ target: [workspaceVisits.accountId, workspaceVisits.workspaceId], set: row });
    });
    return { previousAt };
  }

  /** When the person's visits before this one ended, by workspace, without noting a new visit. */
  async function listVisits(accountId: AccountId): Promise<Map<WorkspaceId, string>> {
    const rows = await db.read.select().from(workspaceVisits).where(eq(workspaceVisits.accountId, accountId));
    const now = clock.now().getTime();
    return new Map(
      rows.flatMap(({ workspaceId, previousAt, lastAt }) => {
        const since = now - Date.parse(lastAt) >= absenceMs ? lastAt : previousAt;
        return since === null ? [] : [[workspaceId, since] as const];
      }),
    );
  }

  return { visit, listVisits };
}
