import { and, asc, eq, gt } from 'drizzle-orm';
import type { PlanId } from '#domain/ids';
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
}

/** The entries of the log after `from`, up to and including `upto`. */
interface BurstRange {
  from: number;
  upto: number;
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
  const range = { from, upto: last.seq };
  const shares = await sharesOf(tools, plan, range);
  await tell(tools, plan, { ...range, shares, startedAt: first.at, endedAt: last.at });
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

/** Rows alone, without what they carry, since it is asked every few seconds; segments after a long time down. */
async function updatesAfter(tools: Dependencies, plan: OpenPlan, seq: number): Promise<LoggedUpdate[]> {
  const { documentUpdates: rows } = tools.db.tables;
  const found = await tools.db.read
    .select({ seq: rows.seq, at: rows.at })
    .from(rows)
    .where(and(eq(rows.documentId, plan.documentId), eq(rows.epoch, plan.epoch), gt(rows.seq, seq)))
    .orderBy(asc(rows.seq));
  const [first] = found;
  if (!first || first.seq === seq + 1) return found;
  const log: LoggedUpdate[] = [];
  for await (const entries of tools.documents.history({ ...plan, after: seq }))
    for (const { seq, at } of entries) log.push({ seq, at });
  return log;
}

async function sharesOf(tools: Dependencies, plan: OpenPlan, burst: BurstRange): Promise<Share[]> {
  const shares = new Map<string, Share>();
  for await (const entries of tools.documents.history({ ...plan, after: burst.from })) {
    for (let i = 0; i < entries.length; i += updatesAtOnce) {
      const some = entries.slice(i, i + updatesAtOnce).filter(({ seq }) => seq <= burst.upto);
      await tools.documents.view(plan.documentId, (doc) => {
        for (const { author, bytes } of some) {
          const share = shareOf(shares, author);
          share.edits++;
          if (bytes) collectTouched(doc, bytes, share.touched);
        }
      });
    }
  }
  return [...shares.values()].filter(({ author }) => author.accountId !== null);
}

function shareOf(shares: Map<string, Share>, author: Author): Share {
  const key = `${author.accountId}/${author.institutionId}`;
  const known = shares.get(key);
  if (known) return known;
  const share = { author, edits: 0, touched: nothingTouched() };
  shares.set(key, share);
  return share;
}

interface Burst extends BurstRange {
  shares: Share[];
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
