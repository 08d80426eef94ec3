import { and, desc, eq } from 'drizzle-orm';
import type { Db } from '#db/db';
import { addMonths, fiscalYearOf } from '#domain/calendars';
import { type Clock, instant } from '#domain/clock';
import {
  measureOf,
  type QualityDay,
  type QualityMeasure,
  qualityMeasures,
} from '#domain/data-quality/measures';
import { DomainError } from '#domain/errors';
import type { ActivityId, WorkspaceId } from '#domain/ids';
import { type Page, pageOf } from '#domain/lists/page';
import { authorise, may } from '#domain/policy';
import type { Actor } from '#domain/workspaces/actor';
import type { Events } from '../events';
import { partnerSubject } from '../partners';
import type { Workspaces } from '../workspaces';
import { type PartnerPlace, type ReadRecord, readRecords } from './read-records';

export interface Dependencies {
  db: Db;
  clock: Clock;
  events: Events;
  workspaces: Pick<Workspaces, 'listFiscalCalendars'>;
}

export interface QualityAnswer {
  text: string;
  person: string;
  at: string;
}

export interface MeasuredQuality {
  measure: QualityMeasure;
  /** Of how many records the measure says anything. */
  applies: number;
  fails: number;
  /** The latest first. */
  answers: QualityAnswer[];
}

export interface FailingRecord {
  id: ActivityId;
  title: string;
  identifier: string | null;
}

interface Asked extends PartnerPlace {
  actor: Actor;
}

const answerLength = 2_000;

/** What the measures find in a partner's records, and what it answers. */
export function quality({ db, clock, events, workspaces }: Dependencies) {
  const { qualityAnswers, accounts } = db.tables;

  /** Every measure, counted over all of the partner's activities. Throws `not_found` for what is no partner here. */
  async function measurePartner({ actor, ...place }: Asked): Promise<MeasuredQuality[]> {
    authorise(actor, 'registry.see', place);
    await partnerSubject(db, db.read, place);
    const [day, answers] = await Promise.all([dayOf(place.workspaceId), listAnswers(place)]);
    const counts = new Map(qualityMeasures.map((measure) => [measure, { applies: 0, fails: 0 }]));
    for await (const records of readRecords(db, place)) {
      for (const [measure, count] of counts) {
        for (const record of records) {
          const { applies, fails } = measureOf[measure](record, day);
          if (applies) count.applies++;
          if (applies && fails) count.fails++;
        }
      }
    }
    return [...counts].map(([measure, count]) => ({
      measure,
      ...count,
      answers: answers.get(measure) ?? [],
    }));
  }

  /** The records that a measure's number stands for. */
  async function listFailing({
    actor,
    measure,
    page,
    size,
    ...place
  }: Asked & { measure: QualityMeasure; page: number; size: number }): Promise<Page<FailingRecord>> {
    authorise(actor, 'registry.see', place);
    await partnerSubject(db, db.read, place);
    const day = await dayOf(place.workspaceId);
    const failing: FailingRecord[] = [];
    for await (const records of readRecords(db, place)) {
      failing.push(...records.filter((record) => isFailing(record, measure, day)).map(shown));
    }
    return pageOf(failing, { page, size });
  }

  /** Only the partner answers for its records. Throws `invalid_input` without a text, and `too_large`. */
  async function answerMeasure({
    actor,
    measure,
    text,
    ...place
  }: Asked & { measure: QualityMeasure; text: string }): Promise<void> {
    authorise(actor, 'partner.edit', await partnerSubject(db, db.read, place));
    const said = text.trim();
    if (!said) throw new DomainError({ code: 'invalid_input', details: { field: 'text' } });
    if (said.length > answerLength) throw new DomainError({ code: 'too_large', details: { field: 'text' } });
    const { accountId } = actor;
    const by = { accountId, institutionId: actor.membership?.institutionId ?? null };
    await events.commit(by, async (tx, record) => {
      await tx
        .insert(qualityAnswers)
        .values({ ...place, measure, at: instant(clock), text: said, accountId });
      await record({
        workspaceId: place.workspaceId,
        kind: 'partner.qualityAnswered',
        subjectType: 'institution',
        subjectId: place.institutionId,
        after: { measure, text: said },
      });
    });
  }

  async function mayAnswer({ actor, ...place }: Asked): Promise<boolean> {
    return may(actor, 'partner.edit', await partnerSubject(db, db.read, place));
  }

  async function listAnswers({ workspaceId, institutionId }: PartnerPlace) {
    const rows = await db.read
      .select({
        measure: qualityAnswers.measure,
        text: qualityAnswers.text,
        at: qualityAnswers.at,
        person: accounts.name,
      })
      .from(qualityAnswers)
      .innerJoin(accounts, eq(accounts.id, qualityAnswers.accountId))
      .where(
        and(eq(qualityAnswers.workspaceId, workspaceId), eq(qualityAnswers.institutionId, institutionId)),
      )
      .orderBy(desc(qualityAnswers.at));
    const byMeasure = new Map<QualityMeasure, QualityAnswer[]>();
    for (const { measure, ...answer } of rows)
      byMeasure.set(measure, [...(byMeasure.get(measure) ?? []), answer]);
    return byMeasure;
  }

  async function dayOf(workspaceId: WorkspaceId): Promise<QualityDay> {
    const today = instant(clock).slice(0, 10);
    const calendars = await workspaces.listFiscalCalendars(workspaceId);
    return { today, fiscalYearEnd: fiscalYearOf(today, calendars).end, yearAgo: addMonths(today, -12) };
  }

  return { measurePartner, listFailing, mayAnswer, answerMeasure };
}

function isFailing(record: ReadRecord, measure: QualityMeasure, day: QualityDay): boolean {
  const { applies, fails } = measureOf[measure](record, day);
  return applies && fails;
}

function shown({ id, title, identifier }: ReadRecord): FailingRecord {
  return { id, title, identifier };
}
