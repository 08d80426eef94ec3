import { and, eq, inArray, isNull, ne } from 'drizzle-orm';
import type { Db, Reader } from '#db/db';
import type { ActivityId, FinancialFactId, InstitutionId, WorkspaceId } from '#domain/ids';
import { fold } from '#domain/lists/search';
import { may } from '#domain/policy';
import {
  inheritedValues,
  type KnownFact,
  type KnownState,
  type MappingColumn,
  ownValues,
  type ReadMapping,
  rowValuesOf,
} from '#domain/resource-mapping';
import type { Actor } from '#domain/workspaces/actor';
import { activityFieldsOf, factRecordOf } from '../commitments';
import { chunks } from './chunks';
import { sharesOf } from './shares-of';

/** The partners of the workspace whose record the person keeps. */
export async function editablePartners(
  { db, reader }: { db: Db; reader: Reader },
  { actor, workspaceId }: { actor: Actor; workspaceId: WorkspaceId },
): Promise<Set<InstitutionId>> {
  const { partnerProfiles, memberships } = db.tables;
  const profiles = await reader
    .select({ institutionId: partnerProfiles.institutionId })
    .from(partnerProfiles)
    .where(eq(partnerProfiles.workspaceId, workspaceId));
  const keepers = await reader
    .select({ institutionId: memberships.institutionId })
    .from(memberships)
    .where(
      and(
        eq(memberships.workspaceId, workspaceId),
        isNull(memberships.endedAt),
        ne(memberships.role, 'observer'),
      ),
    );
  const attended = new Set(keepers.map(({ institutionId }) => institutionId));
  const own = profiles.filter(({ institutionId }) =>
    may(actor, 'partner.edit', { workspaceId, institutionId, isUnattended: !attended.has(institutionId) }),
  );
  return new Set(own.map(({ institutionId }) => institutionId));
}

interface Source {
  db: Db;
  reader: Reader;
  /** Awaited between parts of the work; outside of transactions, which await the database alone. */
  between?: () => Promise<unknown>;
}

/** What rows of a workbook are held against: the facts that they are marked with, and the activities that they name. */
export async function loadState(
  source: Source,
  { actor, workspaceId, read }: { actor: Actor; workspaceId: WorkspaceId; read: ReadMapping },
): Promise<KnownState> {
  const ids = read.rows.flatMap(({ factId }) => (factId === null ? [] : [factId as FinancialFactId]));
  const { known, foreign } = await loadFacts(source, workspaceId, ids);
  const editable = await editablePartners(source, { actor, workspaceId });
  // Known facts stay with their activity: only what new rows name is looked up.
  const added = read.rows.filter(({ factId }) => factId === null || !known.has(factId));
  const named = new Set(added.map(({ values }) => values.partner as InstitutionId));
  const partners = [...named].filter((id) => editable.has(id));
  const titles = await loadTitles(source, workspaceId, partners);
  return {
    facts: known,
    isForeign: (id) => foreign.has(id),
    mayEdit: (id) => editable.has(id as InstitutionId),
    activitiesOf: (partnerId, title) => titles.get(titleKey(partnerId, title)) ?? [],
  };
}

/** Their rows become values of a sheet, which takes a while of each. */
const factsAtOnce = 100;

async function loadFacts(
  { db, reader, between }: Source,
  workspaceId: WorkspaceId,
  ids: readonly FinancialFactId[],
) {
  const { financialFacts, activities } = db.tables;
  const known = new Map<string, KnownFact>();
  const foreign = new Set<string>();
  for (const some of chunks(ids, factsAtOnce)) {
    await between?.();
    const rows = await reader
      .select({ fact: financialFacts, activity: activities })
      .from(financialFacts)
      .innerJoin(activities, eq(activities.id, financialFacts.activityId))
      .where(inArray(financialFacts.id, some));
    const here = rows.filter(({ fact }) => fact.workspaceId === workspaceId);
    for (const { fact } of rows) if (fact.workspaceId !== workspaceId) foreign.add(fact.id);
    const shares = await sharesOf(
      { db, reader },
      here.map(({ activity }) => activity.id),
    );
    for (const { fact, activity } of here) {
      const record = factRecordOf(fact);
      const of = {
        ...activityFieldsOf(activity),
        shares: shares.get(activity.id) ?? [],
      };
      const own = ownValues(record);
      const inherited = Object.entries(inheritedValues(of)).filter(
        ([column, value]) => value !== '' && own[column as keyof typeof own] === '',
      );
      known.set(fact.id, {
        activityId: activity.id,
        partnerId: activity.partnerId,
        values: rowValuesOf(record, { activity: of, partnerId: activity.partnerId }),
        inherited: inherited.map(([column]) => column as MappingColumn),
        isRemoved: activity.removedAt !== null,
        setAt: fact.setAt,
        setBy: fact.setBy,
      });
    }
  }
  return { known, foreign };
}

async function loadTitles(
  { db, reader, between }: Source,
  workspaceId: WorkspaceId,
  partners: readonly InstitutionId[],
): Promise<Map<string, ActivityId[]>> {
  const { activities } = db.tables;
  const titles = new Map<string, ActivityId[]>();
  for (const some of chunks(partners)) {
    const rows = await reader
      .select({
        id: activities.id,
        partnerId: activities.partnerId,
        title: activities.title,
        identifier: activities.identifier,
      })
      .from(activities)
      .where(
        and(
          eq(activities.workspaceId, workspaceId),
          inArray(activities.partnerId, some),
          isNull(activities.removedAt),
        ),
      );
    for (const part of chunks(rows)) {
      await between?.();
      for (const { id, partnerId, title, identifier } of part) {
        for (const name of new Set([fold(title), fold(identifier ?? title)])) {
          const key = titleKey(partnerId, name);
          titles.set(key, [...(titles.get(key) ?? []), id]);
        }
      }
    }
  }
  return titles;
}

export function titleKey(partnerId: string, title: string): string {
  return `${partnerId}/${fold(title)}`;
}
