import { and, eq, isNull } from 'drizzle-orm';
import type { Reader } from '#db/db';
import { type ReadRows, type RowContext, readRows } from '#domain/commitments/read-rows';
import type { ActivityRecord, FactRecord, ShareRecord } from '#domain/commitments/types';
import { DomainError } from '#domain/errors';
import type { InstitutionId, WorkspaceId } from '#domain/ids';
import { fold } from '#domain/lists/search';
import { authorise } from '#domain/policy';
import type { Actor } from '#domain/workspaces/actor';
import { partnerSubject } from '../partners';
import { readPaste } from '../plan-imports';
import { authorOf, type Dependencies } from './commands';
import { readRecord } from './find-activity';
import { contentOf } from './rows';
import { writeActivity } from './write-activity';

export interface PasteRequest {
  actor: Actor;
  workspaceId: WorkspaceId;
  partnerId: InstitutionId;
  text: string;
  context: RowContext;
}

export interface PastePreview extends ReadRows {
  newActivities: number;
  newFacts: number;
  /** Facts that are there already, word for word: pasting the same rows twice adds nothing. */
  knownFacts: number;
}

const longestPaste = 2_000_000;

/** Rows of a spreadsheet: looked at first, and taken over only when nothing in them is wrong. */
export function pasteCommands({ db, clock, events }: Dependencies) {
  async function previewPaste(request: PasteRequest): Promise<PastePreview> {
    const { actor, workspaceId, partnerId } = request;
    const subject = await partnerSubject(db, db.read, { workspaceId, institutionId: partnerId });
    authorise(actor, 'partner.edit', subject);
    const read = readText(request);
    const merged = await mergeAll(db.read, request, read.activities);
    return { ...read, ...countsOf(merged) };
  }

  /** Throws `invalid_input` where a row is wrong. Facts are added to activities that are known; none is removed. */
  async function pasteActivities(
    request: PasteRequest,
  ): Promise<{ newActivities: number; newFacts: number }> {
    const { actor, workspaceId, partnerId } = request;
    const read = readText(request);
    if (read.problems.length > 0)
      throw new DomainError({ code: 'invalid_input', details: { problems: read.problems.length } });
    const by = authorOf(actor);
    return events.commit(by, async (tx, record) => {
      const subject = await partnerSubject(db, tx, { workspaceId, institutionId: partnerId });
      authorise(actor, 'partner.edit', subject);
      const merged = await mergeAll(tx, request, read.activities);
      for (const { activityId, activity, added } of merged) {
        if (added === 0) continue;
        const written = { workspaceId, partnerId, activityId, activity, by };
        await writeActivity({ db, tx, clock }, { ...written, source: 'paste', sourceText: '' });
      }
      const counts = countsOf(merged);
      await record({
        workspaceId,
        kind: 'commitment.pasted',
        subjectType: 'partner',
        subjectId: partnerId,
        after: { institutionId: partnerId, ...counts },
      });
      return counts;
    });
  }

  function readText({ text, context }: PasteRequest): ReadRows {
    if (text.length > longestPaste) throw new DomainError({ code: 'too_large' });
    const [sheet] = readPaste(text).sheets;
    return readRows(
      (sheet?.rows ?? []).map((row) => row.map((cell) => String(cell ?? ''))),
      context,
    );
  }

  async function mergeAll(reader: Reader, request: PasteRequest, drafts: ActivityRecord[]) {
    const known = await findByName(reader, request);
    const merged = [];
    for (const draft of drafts) {
      const row = known.get(keyOf(draft));
      if (!row) {
        merged.push({ activityId: null, activity: draft, added: draft.facts.length, same: 0 });
        continue;
      }
      const { record } = await readRecord({ db, reader }, row);
      const there = new Set(record.facts.map(contentOf));
      const given = isSameShares(draft.shares, record.shares) ? draft.facts : withOwnShares(draft);
      const facts = given.filter((fact) => !there.has(contentOf(fact)));
      const activity = { ...record, facts: [...record.facts, ...facts] };
      const same = draft.facts.length - facts.length;
      merged.push({ activityId: row.id, activity, added: facts.length, same });
    }
    return merged;
  }

  /** The partner's activities, by identifier where they have one and by title. */
  async function findByName(reader: Reader, { workspaceId, partnerId }: PasteRequest) {
    const { activities } = db.tables;
    const rows = await reader
      .select()
      .from(activities)
      .where(
        and(
          eq(activities.workspaceId, workspaceId),
          eq(activities.partnerId, partnerId),
          isNull(activities.removedAt),
        ),
      );
    const found = new Map(rows.map((row) => [`title ${fold(row.title)}`, row]));
    for (const row of rows) if (row.identifier) found.set(`id ${row.identifier}`, row);
    return found;
  }

  return { previewPaste, pasteActivities };
}

/** Added to an activity that is shared out otherwise, the facts keep what their rows say. */
function withOwnShares({ facts, shares }: ActivityRecord): FactRecord[] {
  return facts.map((fact) => (fact.shares.length > 0 ? fact : { ...fact, shares }));
}

function isSameShares(a: readonly ShareRecord[], b: readonly ShareRecord[]): boolean {
  const textOf = (shares: readonly ShareRecord[]) =>
    JSON.stringify(
      shares.map(({ kind, vocabulary, code, percentage }) => [kind, vocabulary, code, percentage]),
    );
  return a.length === 0 || textOf(a) === textOf(b);
}

function keyOf({ identifier, title }: ActivityRecord): string {
  return identifier ? `id ${identifier}` : `title ${fold(title)}`;
}

function countsOf(merged: readonly { activityId: string | null; added: number; same: number }[]) {
  return {
    newActivities: merged.filter(({ activityId }) => activityId === null).length,
    newFacts: merged.reduce((sum, { added }) => sum + added, 0),
    knownFacts: merged.reduce((sum, { same }) => sum + same, 0),
  };
}
