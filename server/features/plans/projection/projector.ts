import { desc, eq } from 'drizzle-orm';
import { makeMutex } from '#db/mutex';
import { isDomainError } from '#domain/errors';
import type { DocumentId, PlanId, WorkspaceId } from '#domain/ids';
import type { Dependencies } from '../types';
import { type Projected, projectPlan, rebuildPlan } from './project';

/** A commit is projected this much later, together with those that follow it meanwhile. */
const delayMs = 200;
const firstRetryMs = 500;
const lastRetryMs = 60_000;

interface Waiting {
  timer: NodeJS.Timeout;
  mustRebuild: boolean;
}

/** Keeps the rows of plans up to their documents, one pass a plan at a time. */
export class Projector {
  readonly #tools: Dependencies;
  readonly #waiting = new Map<PlanId, Waiting>();
  readonly #turns = new Map<PlanId, ReturnType<typeof makeMutex>>();
  readonly #underWay = new Set<Promise<unknown>>();
  readonly #planOfDocument = new Map<string, PlanId | null>();
  #unsubscribe: (() => void)[] = [];
  #isStopped = false;

  constructor(tools: Dependencies) {
    this.#tools = tools;
  }

  /** Follows the documents from now on, and makes up for what was missed while the server was down. */
  async start(): Promise<void> {
    const { documents, events } = this.#tools;
    this.#unsubscribe = [
      documents.onCommitted(({ documentId }) => this.#follow(() => this.#afterCommit(documentId))),
      events.subscribe(({ kind, workspaceId, subjectId }) => {
        if (kind === 'plan.created') this.schedule(subjectId as PlanId);
        // What a year is, and so what dates and amounts by year say, follows the calendar.
        if (kind.startsWith('fiscal_calendar.') && workspaceId)
          this.#follow(() => this.#rebuildAll(workspaceId));
      }),
    ];
    await this.#sweep();
  }

  /** Projects soon; a plan already waiting keeps its turn, so that steady typing does not put it off. */
  schedule(planId: PlanId, { mustRebuild = false, afterMs = delayMs } = {}): void {
    if (this.#isStopped) return;
    const waiting = this.#waiting.get(planId);
    if (waiting) {
      waiting.mustRebuild ||= mustRebuild;
      return;
    }
    const timer = setTimeout(() => this.#run(planId, afterMs), afterMs);
    this.#waiting.set(planId, { timer, mustRebuild });
  }

  /** Projects now, and resolves when the rows have what the document had at the call. */
  project(planId: PlanId): Promise<Projected> {
    return this.#inTurn(planId, () => projectPlan(this.#tools, planId));
  }

  rebuild(planId: PlanId): Promise<Projected> {
    return this.#inTurn(planId, () => rebuildPlan(this.#tools, planId));
  }

  /** Resolves when no pass is under way any more; what still waits is made up for at the next start. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    for (const unsubscribe of this.#unsubscribe) unsubscribe();
    for (const { timer } of this.#waiting.values()) clearTimeout(timer);
    this.#waiting.clear();
    while (this.#underWay.size > 0) await Promise.allSettled(this.#underWay);
  }

  #run(planId: PlanId, waitedMs: number): void {
    const mustRebuild = this.#waiting.get(planId)?.mustRebuild ?? false;
    this.#waiting.delete(planId);
    const pass = mustRebuild ? this.rebuild(planId) : this.project(planId);
    pass.catch((error: unknown) => {
      const isDamaged = isDomainError(error) && error.code === 'document_damaged';
      // Documents have said so; until it is repaired the rows stay as they were.
      if (!isDamaged) this.#tools.onError(error, 'projection');
      const afterMs = isDamaged ? lastRetryMs : Math.min(lastRetryMs, Math.max(firstRetryMs, waitedMs * 2));
      this.schedule(planId, { mustRebuild, afterMs });
    });
  }

  #inTurn<T>(planId: PlanId, work: () => Promise<T>): Promise<T> {
    const turn = this.#turns.get(planId) ?? makeMutex();
    this.#turns.set(planId, turn);
    const pass = turn(work);
    const done = pass.finally(() => this.#underWay.delete(done)).catch(() => undefined);
    this.#underWay.add(done);
    return pass;
  }

  #follow(work: () => Promise<void>): void {
    const done = work()
      .catch((error: unknown) => this.#tools.onError(error, 'projection'))
      .finally(() => this.#underWay.delete(done));
    this.#underWay.add(done);
  }

  async #afterCommit(documentId: string): Promise<void> {
    const planId = await this.planOf(documentId);
    if (planId) this.schedule(planId);
  }

  /** The plan whose document this is; null for a document of another kind. */
  async planOf(documentId: string): Promise<PlanId | null> {
    const known = this.#planOfDocument.get(documentId);
    if (known !== undefined) return known;
    const { plans } = this.#tools.db.tables;
    const [row] = await this.#tools.db.read
      .select({ id: plans.id })
      .from(plans)
      .where(eq(plans.documentId, documentId as DocumentId));
    if (row) this.#planOfDocument.set(documentId, row.id);
    return row?.id ?? null;
  }

  async #sweep(): Promise<void> {
    for (const planId of await behindPlans(this.#tools)) this.schedule(planId, { afterMs: 0 });
  }

  async #rebuildAll(workspaceId: WorkspaceId): Promise<void> {
    const { plans } = this.#tools.db.tables;
    const rows = await this.#tools.db.read
      .select({ id: plans.id })
      .from(plans)
      .where(eq(plans.workspaceId, workspaceId));
    for (const { id } of rows) this.schedule(id, { mustRebuild: true });
  }
}

/** Plans whose rows are not at the head of their document. */
async function behindPlans({ db }: Pick<Dependencies, 'db'>): Promise<PlanId[]> {
  const { plans, planProjections, documents, documentUpdates } = db.tables;
  const all = await db.read
    .select({
      id: plans.id,
      documentId: plans.documentId,
      epoch: documents.epoch,
      projectedEpoch: planProjections.epoch,
      projectedSeq: planProjections.seq,
    })
    .from(plans)
    .innerJoin(documents, eq(documents.id, plans.documentId))
    .leftJoin(planProjections, eq(planProjections.planId, plans.id));
  const behind: PlanId[] = [];
  for (const plan of all) {
    const [head] = await db.read
      .select({ epoch: documentUpdates.epoch, seq: documentUpdates.seq })
      .from(documentUpdates)
      .where(eq(documentUpdates.documentId, plan.documentId))
      .orderBy(desc(documentUpdates.epoch), desc(documentUpdates.seq))
      .limit(1);
    if (plan.projectedEpoch !== plan.epoch || plan.projectedSeq !== head?.seq) behind.push(plan.id);
  }
  return behind;
}
