import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import { instant } from '#domain/clock';
import { DomainError } from '#domain/errors';
import type { InstitutionId } from '#domain/ids';
import { authorise } from '#domain/policy';
import {
  type MappingWords,
  type MarkedRow,
  mappingLimits,
  newMark,
  rowValuesOf,
} from '#domain/resource-mapping';
import { newId } from '#server/new-id';
import { activityFieldsOf, factRecordOf } from '../commitments';
import { editablePartners } from './load-state';
import { sharesOf } from './shares-of';
import type { Dependencies, InWorkspace } from './types';

export function mappingTemplate({ db, clock, runTask }: Dependencies) {
  const { activities, financialFacts } = db.tables;

  /** The partners whose commitments the person may change here. */
  async function listMappablePartners({ actor, workspaceId }: InWorkspace): Promise<InstitutionId[]> {
    authorise(actor, 'registry.import', { workspaceId });
    return [...(await editablePartners({ db, reader: db.read }, { actor, workspaceId }))];
  }

  /**
   * The commitments that the person may change, of one partner or of all, as a workbook to fill in. Throws `too_large`
   * with more of them than a workbook takes.
   */
  async function writeTemplate({
    actor,
    workspaceId,
    partnerId,
    words,
  }: InWorkspace & { partnerId: InstitutionId | null; words: MappingWords }): Promise<Uint8Array> {
    const partners = await listMappablePartners({ actor, workspaceId });
    const wanted = partnerId === null ? partners : partners.filter((id) => id === partnerId);
    if (partnerId !== null && wanted.length === 0) throw new DomainError({ code: 'not_found' });
    const rows = await listRows(workspaceId, wanted);
    for (let n = 0; n < mappingLimits.blankRows; n += 1) {
      rows.push({ mark: `${newMark}${newId<string>()}`, values: null });
    }
    return runTask('write', { rows, words, madeAt: instant(clock) });
  }

  async function listRows(
    workspaceId: InWorkspace['workspaceId'],
    partners: InstitutionId[],
  ): Promise<MarkedRow[]> {
    if (partners.length === 0) return [];
    const found = await db.read
      .select({ fact: financialFacts, activity: activities })
      .from(financialFacts)
      .innerJoin(activities, eq(activities.id, financialFacts.activityId))
      .where(
        and(
          eq(financialFacts.workspaceId, workspaceId),
          isNull(activities.removedAt),
          inArray(activities.partnerId, partners),
        ),
      )
      .orderBy(
        asc(activities.partnerId),
        asc(activities.title),
        asc(activities.id),
        asc(financialFacts.position),
      )
      .limit(mappingLimits.facts + 1);
    if (found.length > mappingLimits.facts) {
      throw new DomainError({
        code: 'too_large',
        details: { reason: 'facts', limit: mappingLimits.facts },
      });
    }
    const shares = await sharesOf(
      { db, reader: db.read },
      found.map(({ activity }) => activity.id),
    );
    return found.map(({ fact, activity }) => ({
      mark: fact.id,
      values: rowValuesOf(factRecordOf(fact), {
        activity: { ...activityFieldsOf(activity), shares: shares.get(activity.id) ?? [] },
        partnerId: activity.partnerId,
      }),
    }));
  }

  return { listMappablePartners, writeTemplate };
}
