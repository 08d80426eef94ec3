import { and, asc, eq, inArray } from 'drizzle-orm';
import type { Db } from '#db/db';
import { adReferendumIn, withoutNames } from '#domain/dialogues/verdict';
import type { DialogueId, InstitutionId, WorkspaceId } from '#domain/ids';
import type { InstitutionLabel } from '#domain/institutions/name';
import { orderOf, type Sort } from '#domain/lists/order';
import { type Page, pageOf } from '#domain/lists/page';
import { matchesSearch } from '#domain/lists/search';
import type { decisionSorts } from '#domain/lists/sorts';
import { authorise, may } from '#domain/policy';
import type { Actor } from '#domain/workspaces/actor';
import { labelColumns, labelOf } from '../institutions';
import type { DecisionLine } from './view-types';

export interface DecisionFilter {
  search: string;
  state: string;
  sort: Sort<(typeof decisionSorts)[number]>;
  page: number;
  size: number;
}

type Line = DecisionLine & { proposalId: string };

/** Reads a register whole, also what some may not know. */
export function registerReader(db: Db) {
  const { decisions, dialogues, dialogueItems, dialogueInvitations, institutions } = db.tables;

  /** Every decision of the workspace or of one dialogue, by number, with what tells who may know it. */
  async function readRegister({
    workspaceId,
    dialogueId,
  }: {
    workspaceId: WorkspaceId;
    dialogueId?: DialogueId;
  }) {
    const rows = await db.read
      .select({
        decision: decisions,
        confidentiality: dialogueItems.confidentiality,
        dialogue: {
          id: dialogues.id,
          title: dialogues.title,
          isChathamHouse: dialogues.isChathamHouse,
        },
      })
      .from(decisions)
      .innerJoin(dialogueItems, eq(dialogueItems.id, decisions.itemId))
      .innerJoin(dialogues, eq(dialogues.id, decisions.dialogueId))
      .where(
        and(
          eq(decisions.workspaceId, workspaceId),
          dialogueId ? eq(decisions.dialogueId, dialogueId) : undefined,
        ),
      )
      .orderBy(asc(dialogues.year), asc(dialogues.number), asc(decisions.number));
    const invited = await invitedTo([...new Set(rows.map(({ dialogue }) => dialogue.id))]);
    const labels = await labelsOf(
      rows.flatMap(({ decision: { reservations, verdict } }) => [
        ...reservations.map(({ institutionId }) => institutionId),
        ...(adReferendumIn(verdict) as InstitutionId[]),
      ]),
    );
    return { workspaceId, rows, invited, labels };
  }

  async function invitedTo(dialogueIds: DialogueId[]): Promise<Map<DialogueId, Set<InstitutionId>>> {
    const invited = new Map<DialogueId, Set<InstitutionId>>();
    if (dialogueIds.length === 0) return invited;
    const rows = await db.read
      .select({ id: dialogueInvitations.dialogueId, institutionId: dialogueInvitations.institutionId })
      .from(dialogueInvitations)
      .where(inArray(dialogueInvitations.dialogueId, dialogueIds));
    for (const { id, institutionId } of rows)
      invited.set(id, (invited.get(id) ?? new Set<InstitutionId>()).add(institutionId));
    return invited;
  }

  async function labelsOf(
    ids: InstitutionId[],
  ): Promise<Map<InstitutionId, InstitutionLabel<InstitutionId>>> {
    if (ids.length === 0) return new Map();
    const rows = await db.read
      .select(labelColumns(db.tables))
      .from(institutions)
      .where(inArray(institutions.id, [...new Set(ids)]));
    return new Map(rows.map((row) => [row.id, labelOf(row)]));
  }

  return readRegister;
}

export function registerQueries(db: Db) {
  const readRegister = registerReader(db);

  /** The decisions that the actor may know, by number: of the workspace or of one dialogue. */
  async function listDecisions({
    actor,
    ...of
  }: {
    actor: Actor;
    workspaceId: WorkspaceId;
    dialogueId?: DialogueId;
  }): Promise<Line[]> {
    authorise(actor, 'dialogue.see', of);
    return decisionsFor(actor, await readRegister(of));
  }

  /** The register as a list: searched, filtered, sorted and paged. */
  async function pageDecisions(
    asked: { actor: Actor; workspaceId: WorkspaceId },
    filter: DecisionFilter,
  ): Promise<Page<Line>> {
    const lines = (await listDecisions(asked)).map((line, order) => ({ line, order }));
    const wanted = lines
      .filter(({ line }) => !filter.state || line.state === filter.state)
      .filter(({ line }) =>
        matchesSearch(filter.search, [
          line.reference,
          line.text,
          line.budgetImplication,
          line.dialogue.title,
        ]),
      )
      .sort(
        orderOf(
          filter.sort,
          {
            reference: (a, b) => a.order - b.order,
            decided: (a, b) => a.line.decidedAt.localeCompare(b.line.decidedAt),
            review: (a, b) => (a.line.reviewOn ?? '9999').localeCompare(b.line.reviewOn ?? '9999'),
          },
          (a, b) => b.order - a.order,
        ),
      );
    return pageOf(
      wanted.map(({ line }) => line),
      filter,
    );
  }

  return { listDecisions, pageDecisions };
}

export type Register = Awaited<ReturnType<ReturnType<typeof registerReader>>>;

/**
 * Of a register that was read, what the actor may know. The reservations that institutions asked to have recorded are
 * acts; who objected or spoke ad referendum is what was said (see decision 015).
 */
export function decisionsFor(actor: Actor, { workspaceId, rows, invited, labels }: Register): Line[] {
  const sightOf = ({ id }: Pick<Line['dialogue'], 'id'>) => ({
    workspaceId,
    invited: invited.get(id) ?? new Set<InstitutionId>(),
  });
  const known = rows.filter(({ confidentiality, dialogue }) =>
    may(actor, 'dialogueItem.see', { ...sightOf(dialogue), confidentiality }),
  );
  const references = new Map(known.map(({ decision }) => [decision.id as string, decision.reference]));
  return known.map(({ decision: { state, reservations, ...decision }, dialogue }) => {
    const isAttributed = may(actor, 'dialogue.seeWhoSaid', { ...sightOf(dialogue), ...dialogue });
    const verdict = isAttributed ? decision.verdict : withoutNames(decision.verdict);
    return {
      ...{ id: decision.id, reference: decision.reference, text: decision.text },
      ...{ rule: decision.rule, verdict, proposalId: decision.proposalId },
      ...{ budgetImplication: decision.budgetImplication, reviewOn: decision.reviewOn },
      ...{ decidedAt: decision.decidedAt, dialogue },
      state: state.state,
      by: 'by' in state ? (references.get(state.by) ?? null) : null,
      reservations: reservations.map(({ institutionId, reason }) => ({
        institution: labels.get(institutionId) ?? null,
        reason,
      })),
      adReferendum: adReferendumIn(verdict).map((id) => labels.get(id as InstitutionId) ?? null),
    };
  });
}
