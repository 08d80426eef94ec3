import { and, eq, isNull } from 'drizzle-orm';
import type { Tx } from '#db/db';
import { instant } from '#domain/clock';
import { DomainError } from '#domain/errors';
import type { FinancialFactId, InstitutionId } from '#domain/ids';
import { authorise } from '#domain/policy';
import {
  type ComparedRow,
  changeFact,
  compareRows,
  makeActivity,
  makeFact,
  type ReadMapping,
} from '#domain/resource-mapping';
import { nextTurn } from '#server/turn';
import { writeActivity } from '../commitments';
import type { RecordEvent } from '../events';
import { partnerSubject } from '../partners';
import { chunks } from './chunks';
import { about, authorOf, type mappingCommands } from './commands';
import { compareMapping } from './compare';
import { loadActivity } from './load-activity';
import { loadState, titleKey } from './load-state';
import type { Dependencies, OnMapping } from './types';

/** Activities written in one transaction: others write in between, and no turn of the loop takes long. */
const activitiesAtOnce = 5;

export interface AppliedMapping {
  added: number;
  changed: number;
}

export function mappingApplication(
  { db, clock, events }: Dependencies,
  { findOwn }: Pick<ReturnType<typeof mappingCommands>, 'findOwn'>,
) {
  /**
   * Writes the rows that are new or changed. It goes on where it was cut off when it is called again, and does nothing
   * the second time: what a row says is compared with what stands there in the transaction that writes it.
   */
  async function applyMapping(on: OnMapping): Promise<AppliedMapping> {
    const found = await findOwn(on);
    if (found.appliedAt !== null) return { added: 0, changed: 0 };
    const by = authorOf(on.actor);
    const applied: AppliedMapping = { added: 0, changed: 0 };
    const groups = groupByActivity(await compareMapping({ db }, { ...on, read: found.read }));
    for (const some of chunks(groups, activitiesAtOnce)) {
      const rows = new Set(some.flat().map(({ row }) => row));
      const part = { ...found.read, rows: found.read.rows.filter(({ row }) => rows.has(row)) };
      const done = await events.commit(by, (tx, record) =>
        writePart({ tx, record }, { on, read: part, sourceName: found.sourceName }),
      );
      applied.added += done.added;
      applied.changed += done.changed;
      await nextTurn();
    }
    await events.commit(by, async (tx, record) => {
      const { resourceMappings } = db.tables;
      const marked = await tx
        .update(resourceMappings)
        .set({ appliedAt: instant(clock) })
        .where(and(eq(resourceMappings.id, on.mappingId), isNull(resourceMappings.appliedAt)))
        .returning({ id: resourceMappings.id });
      if (marked.length === 0) return; // Someone else's click came first and recorded it.
      await record({
        ...about(on.workspaceId, on.mappingId),
        kind: 'resource_mapping.applied',
        after: { sourceName: found.sourceName, ...applied },
      });
    });
    return applied;
  }

  async function writePart(
    { tx, record }: { tx: Tx; record: RecordEvent },
    { on, read, sourceName }: { on: OnMapping; read: ReadMapping; sourceName: string },
  ): Promise<AppliedMapping> {
    const state = await loadState({ db, reader: tx }, { ...on, read });
    const done: AppliedMapping = { added: 0, changed: 0 };
    for (const rows of groupByActivity(compareRows(read, state, on.actor.accountId))) {
      await writeGroup({ tx, record }, { on, rows, sourceName });
      for (const { state: what } of rows) done[what === 'new' ? 'added' : 'changed'] += 1;
    }
    return done;
  }

  /** Writes an activity with what the rows add to it and change in it. */
  async function writeGroup(
    { tx, record }: { tx: Tx; record: RecordEvent },
    { on, rows, sourceName }: { on: OnMapping; rows: ComparedRow[]; sourceName: string },
  ): Promise<void> {
    const [first] = rows;
    if (!first) return;
    const { workspaceId, actor } = on;
    const { activityId } = first;
    const known = activityId ? await loadActivity({ db, reader: tx }, { workspaceId, activityId }) : null;
    const partnerId = known?.partnerId ?? (first.values.partner as InstitutionId);
    authorise(actor, 'partner.edit', await partnerSubject(db, tx, { workspaceId, institutionId: partnerId }));
    const record0 = known?.record ?? makeActivity(first.values);
    const facts = [...record0.facts];
    const factIds = [...(known?.factIds ?? [])];
    for (const { state, factId, values, changes } of rows) {
      const columns = changes.map(({ column }) => column);
      const place = factIds.indexOf(factId as FinancialFactId);
      const before = facts[place];
      if (state === 'changed' && before) {
        facts[place] = changeFact(before, columns, { values, activity: record0 });
      } else if (state === 'new') {
        facts.push(makeFact(values, { columns, activity: record0 }));
        factIds.push(factId as FinancialFactId);
      } else throw new DomainError({ code: 'stale' });
    }
    const by = authorOf(actor);
    const written = await writeActivity(
      { db, tx, clock },
      {
        workspaceId,
        partnerId,
        activityId,
        activity: { ...record0, facts },
        factIds,
        by,
        source: 'workbook',
        sourceText: sourceName,
      },
    );
    await record({
      workspaceId,
      kind: known ? 'commitment.edited' : 'commitment.entered',
      subjectType: 'commitment',
      subjectId: written.activityId,
      after: { title: record0.title, institutionId: partnerId, facts: rows.length, sourceName },
    });
  }

  return { applyMapping };
}

/** The rows that write something, with those of one activity together. */
function groupByActivity(rows: readonly ComparedRow[]): ComparedRow[][] {
  const groups = new Map<string, ComparedRow[]>();
  for (const row of rows) {
    if (row.state !== 'new' && row.state !== 'changed') continue;
    const key = row.activityId ?? titleKey(row.values.partner, row.values.activity);
    const known = groups.get(key);
    if (known) known.push(row);
    else groups.set(key, [row]);
  }
  return [...groups.values()];
}
