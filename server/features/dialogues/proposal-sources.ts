import { createHash } from 'node:crypto';
import { and, eq, inArray } from 'drizzle-orm';
import type { Db, Reader } from '#db/db';
import { type ProposalSource, quoteOf } from '#domain/dialogues/proposal-source';
import { DomainError } from '#domain/errors';
import type { ActionId, PlanId, WorkspaceId } from '#domain/ids';
import { invalid } from './assert-facts';

/** The action of a plan that a proposal is to be about. */
export interface QuotedAction {
  planId: PlanId;
  actionId: ActionId;
}

/** The action as it reads now. Throws `not_found` where it is in no plan of the workspace. */
export async function freezeSource(
  { tables }: Pick<Db, 'tables'>,
  reader: Reader,
  { workspaceId, planId, actionId }: QuotedAction & { workspaceId: WorkspaceId },
): Promise<ProposalSource> {
  const { planActions, plans } = tables;
  const [found] = await reader
    .select({
      planTitle: plans.title,
      title: planActions.title,
      description: planActions.description,
      seq: planActions.changedSeq,
    })
    .from(planActions)
    .innerJoin(plans, eq(plans.id, planActions.planId))
    .where(and(eq(plans.workspaceId, workspaceId), eq(plans.id, planId), eq(planActions.id, actionId)));
  if (!found) throw new DomainError({ code: 'not_found' });
  const { planTitle, seq, ...words } = found;
  const quote = quoteOf(words);
  if (!quote) throw invalid('source');
  return { planId, planTitle, actionId, quote, hash: hashOf(quote), seq };
}

/** The hashes of quoted actions as they read now, by plan and action; without those that are gone. */
export async function hashesNow(
  { tables }: Pick<Db, 'tables'>,
  reader: Reader,
  sources: readonly QuotedAction[],
): Promise<ReadonlyMap<string, string>> {
  if (sources.length === 0) return new Map();
  const { planActions } = tables;
  const rows = await reader
    .select({
      planId: planActions.planId,
      actionId: planActions.id,
      title: planActions.title,
      description: planActions.description,
    })
    .from(planActions)
    .where(
      and(
        inArray(planActions.planId, [...new Set(sources.map(({ planId }) => planId))]),
        inArray(planActions.id, [...new Set(sources.map(({ actionId }) => actionId))]),
      ),
    );
  return new Map(rows.map((row) => [sourceKey(row), hashOf(quoteOf(row))]));
}

export function sourceKey({ planId, actionId }: QuotedAction): string {
  return `${planId} ${actionId}`;
}

function hashOf(quote: string): string {
  return createHash('sha256').update(quote).digest('hex');
}
