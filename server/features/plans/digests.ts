import { and, asc, eq, gt } from 'drizzle-orm';
import type { AccountId, InstitutionId, PlanId } from '#domain/ids';
import type { Author } from '../events';
import { findPlan } from './find-plan';
import { collectTouched, nothingTouched, type Touched } from './projection/touched';
import type { Dependencies, OpenPlan } from './types';

/** A burst of edits is told once everyone has paused this long, or after so long at the latest. */
export const quietMs = 60_000;
export const longestBurstMs = 600_000;
const updatesAtOnce = 100;

interface LoggedUpdate {
  seq: number;
  at: string;
  accountId: AccountId | null;
  institutionId: InstitutionId | null;
}

/** What one person did for one institution in a burst. */
interface Share {
  author: Author;
  edits: number;
  touched: Touched;
}

/**
 * Tells the activity feed of the edits of a plan: one `plan.edited` for each author of a burst. The seq up to which
 * edits were told moves in the same transaction, so that none is told twice. Gives whether edits still wait.
 */
export async function digestPlan(tools: Dependencies, planId: PlanId): Promise<'done' | 'waiting'> {
  const plan = await findPlan(tools.db, planId);
  const from = await digestedUpto(tools, plan);
  const log = await updatesAfter(tools, plan, from);
  const [first, last] = [log[0], log.at(-1)];
  if (!first || !last) return 'done';
  const now = tools.clock.now().getTime();
  const isDue = now - Date.parse(last.at) >= quietMs || now - Date.parse(first.at) >= longestBurstMs;
  if (!isDue) return 'waiting';
  const shares = await sharesOf(tools, plan, log);
  await tell(tools, plan, { shares, from, upto: last.seq, startedAt: first.at, endedAt: last.at });
  return 'done';
}

async function digestedUpto({ db }: Dependencies, { documentId, epoch }: OpenPlan): Promise<number> {
  const { documentDigests } = db.tables;
  const [row] = await db.read
    .select()
    .from(documentDigests)
    .where(eq(documentDigests.documentId, documentId));
  // The first update of an epoch is its seed, which nobody edited.
  return row?.epoch === epoch ? row.uptoSeq : 1;
}

function updatesAfter({ db }: Dependencies, plan: OpenPlan, seq: number): Promise<LoggedUpdate[]> {
  const { documentUpdates } = db.tables;
  const { accountId, institutionId, at } = documentUpdates;
  return db.read
    .select({ seq: documentUpdates.seq, at, accountId, institutionId })
    .from(documentUpdates)
    .where(afterSeq(db.tables, plan, seq))
    .orderBy(asc(documentUpdates.seq));
}

async function sharesOf(tools: Dependencies, plan: OpenPlan, log: LoggedUpdate[]): Promise<Share[]> {
  const { documentUpdates } = tools.db.tables;
  const shares = new Map<string, Share>();
  for (let i = 0; i < log.length; i += updatesAtOnce) {
    const some = log.slice(i, i + updatesAtOnce);
    const rows = await tools.db.read
      .select({ seq: documentUpdates.seq, bytes: documentUpdates.bytes })
      .from(documentUpdates)
      .where(afterSeq(tools.db.tables, plan, (some[0]?.seq ?? 1) - 1))
      .orderBy(asc(documentUpdates.seq))
      .limit(some.length);
    await tools.documents.view(plan.documentId, (doc) => {
      some.forEach((update, j) => {
        const share = shareOf(shares, update);
        share.edits++;
        const bytes = rows[j]?.bytes;
        if (bytes) collectTouched(doc, bytes, share.touched);
      });
    });
  }
  return [...shares.values()].filter(({ author }) => author.accountId !== null);
}

function shareOf(shares: Map<string, Share>, { accountId, institutionId }: LoggedUpdate): Share {
  const key = `${accountId}/${institutionId}`;
  const known = shares.get(key);
  if (known) return known;
  const share = { author: { accountId, institutionId }, edits: 0, touched: nothingTouched() };
  shares.set(key, share);
  return share;
}

interface Burst {
  shares: Share[];
  from: number;
  upto: number;
  startedAt: string;
  endedAt: string;
}

async function tell({ db, events }: Dependencies, plan: OpenPlan, burst: Burst): Promise<void> {
  const { documentDigests } = db.tables;
  const nobody: Author = { accountId: null, institutionId: null };
  await events.commit(nobody, async (tx, record) => {
    const [mark] = await tx
      .select()
      .from(documentDigests)
      .where(eq(documentDigests.documentId, plan.documentId));
    const told = mark?.epoch === plan.epoch ? mark.uptoSeq : 1;
    if (told !== burst.from) return; // Another server has told of these.
    const row = { epoch: plan.epoch, uptoSeq: burst.upto };
    await tx
      .insert(documentDigests)
      .values({ documentId: plan.documentId, ...row })
      .onConflictDoUpdate({ target: documentDigests.documentId, set: row });
    for (const { author, edits, touched } of burst.shares)
      await record(editedEvent(plan, burst, { edits, touched }), author);
  });
}

function editedEvent(plan: OpenPlan, burst: Burst, { edits, touched }: Omit<Share, 'author'>) {
  const { id: planId, workspaceId, title } = plan;
  const { actions, hasNarrative, hasObjectives } = touched;
  return {
    workspaceId,
    kind: 'plan.edited',
    subjectType: 'plan',
    subjectId: planId,
    after: {
      title,
      edits,
      actions: actions.size,
      actionIds: [...actions].slice(0, 20),
      hasNarrative,
      hasObjectives,
      startedAt: burst.startedAt,
      endedAt: burst.endedAt,
    },
  };
}

function afterSeq({ documentUpdates }: Dependencies['db']['tables'], plan: OpenPlan, seq: number) {
  return and(
    eq(documentUpdates.documentId, plan.documentId),
    eq(documentUpdates.epoch, plan.epoch),
    gt(documentUpdates.seq, seq),
  );
}
