import { and, eq, inArray, isNull } from 'drizzle-orm';
import type { Db } from '#db/db';
import { type PlanQuote, type QuotedPart, quoteOf } from '#domain/dialogues/plan-quote';
import { DomainError } from '#domain/errors';
import type { ActionId, DocumentId, PlanId, WorkspaceId } from '#domain/ids';
import type { Passage } from '#domain/plans';
import { authorise } from '#domain/policy';
import type { Actor } from '#domain/workspaces/actor';
import { invalid } from './assert-facts';
import { hashOf, type PassagesNow, passageReader, unlessDamaged } from './plan-passages';
import type { DialogueDocuments } from './types';

export interface QuotablePlan {
  id: PlanId;
  title: string;
  passages: Pick<Passage, 'id' | 'level' | 'text'>[];
}

/** What proposals and agenda items quote of plans: frozen when they are put, and compared with what the plan says now. */
export function planQuotes({ db, documents }: { db: Db; documents: Pick<DialogueDocuments, 'view'> }) {
  const { planActions, plans } = db.tables;
  const readPassages = passageReader(documents);

  /** The passages of the plans in use, plan by plan. */
  async function listQuotable({
    actor,
    workspaceId,
  }: {
    actor: Actor;
    workspaceId: WorkspaceId;
  }): Promise<QuotablePlan[]> {
    authorise(actor, 'plan.see', { workspaceId });
    const rows = await db.read
      .select({ id: plans.id, title: plans.title, documentId: plans.documentId })
      .from(plans)
      .where(and(eq(plans.workspaceId, workspaceId), isNull(plans.archivedAt)))
      .orderBy(plans.id);
    const listed: QuotablePlan[] = [];
    for (const { documentId, ...plan } of rows) {
      const { passages } = (await unlessDamaged(readPassages(documentId))) ?? { passages: [] };
      listed.push({ ...plan, passages: passages.map(({ id, level, text }) => ({ id, level, text })) });
    }
    return listed;
  }

  /**
   * The part as it reads at this instant, which is now. Throws `not_found` where it is in no plan of the workspace,
   * `invalid_input` where it has no words. Not to be called in a transaction: the text may have to be loaded.
   */
  async function freeze(
    part: QuotedPart,
    { workspaceId, at }: { workspaceId: WorkspaceId; at: string },
  ): Promise<PlanQuote> {
    const [plan] = await db.read
      .select({ title: plans.title, documentId: plans.documentId })
      .from(plans)
      .where(and(eq(plans.workspaceId, workspaceId), eq(plans.id, part.planId)));
    const words = plan && ('actionId' in part ? await readAction(part) : await readPassage(part, plan));
    if (!words) throw new DomainError({ code: 'not_found' });
    if (!words.quote) throw invalid('source');
    return { ...part, planTitle: plan.title, ...words, hash: hashOf(words.quote), quotedAt: at };
  }

  async function readAction({ planId, actionId }: { planId: PlanId; actionId: ActionId }) {
    const { title, description, changedSeq: seq } = planActions;
    const [found] = await db.read
      .select({ title, description, seq })
      .from(planActions)
      .where(and(eq(planActions.planId, planId), eq(planActions.id, actionId)));
    return found && { quote: quoteOf(found), seq: found.seq };
  }

  async function readPassage(part: { passageId: string }, plan: { documentId: DocumentId }) {
    const { seq, passages } = await readPassages(plan.documentId);
    const found = passages.find(({ id }) => id === part.passageId);
    return found && { quote: found.text, seq };
  }

  /**
   * Tells of each of these the hash of what its plan says there now; null where it says nothing there any more,
   * undefined where its text cannot be read.
   */
  async function readHashes(
    sources: readonly PlanQuote[],
  ): Promise<(source: PlanQuote) => string | null | undefined> {
    const planIds = [...new Set(sources.map(({ planId }) => planId))];
    const actionIds = sources.flatMap((source) => ('actionId' in source ? source.actionId : []));
    const rows =
      actionIds.length === 0
        ? []
        : await db.read
            .select({
              planId: planActions.planId,
              id: planActions.id,
              title: planActions.title,
              description: planActions.description,
            })
            .from(planActions)
            .where(and(inArray(planActions.planId, planIds), inArray(planActions.id, actionIds)));
    const actions = new Map(rows.map((row) => [`${row.planId} ${row.id}`, hashOf(quoteOf(row))]));
    const texts = await readTexts(sources.flatMap((source) => ('passageId' in source ? source.planId : [])));
    return (source) => {
      if ('actionId' in source) return actions.get(`${source.planId} ${source.actionId}`) ?? null;
      const passages = texts.get(source.planId);
      if (!passages) return undefined;
      const there = passages.find(({ id }) => id === source.passageId);
      // Cut out and put in elsewhere it is another element with the same words.
      return (there ?? passages.find(({ hash }) => hash === source.hash))?.hash ?? null;
    };
  }

  async function readTexts(planIds: readonly PlanId[]) {
    const texts = new Map<PlanId, PassagesNow['passages']>();
    if (planIds.length === 0) return texts;
    const rows = await db.read
      .select({ id: plans.id, documentId: plans.documentId })
      .from(plans)
      .where(inArray(plans.id, [...new Set(planIds)]));
    for (const { id, documentId } of rows) {
      const now = await unlessDamaged(readPassages(documentId));
      if (now) texts.set(id, now.passages);
    }
    return texts;
  }

  return { listQuotable, freeze, readHashes };
}
