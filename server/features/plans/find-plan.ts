import { eq } from 'drizzle-orm';
import type { Db, Reader } from '#db/db';
import { DomainError } from '#domain/errors';
import type { PlanId } from '#domain/ids';
import type { OpenPlan } from './types';

export function planColumns({ plans }: Db['tables']) {
  return {
    id: plans.id,
    workspaceId: plans.workspaceId,
    documentId: plans.documentId,
    title: plans.title,
    language: plans.language,
    template: plans.template,
    startYear: plans.startYear,
    endYear: plans.endYear,
    createdAt: plans.createdAt,
    archivedAt: plans.archivedAt,
  };
}

/** The plan, whoever asks: commands and queries authorise next. Throws `not_found`. */
export async function findPlan(db: Db, planId: PlanId, reader: Reader = db.read): Promise<OpenPlan> {
  const { plans, documents, fiscalCalendars } = db.tables;
  const rows = await reader
    .select({
      plan: planColumns(db.tables),
      epoch: documents.epoch,
      appliesFrom: fiscalCalendars.appliesFrom,
      startMonth: fiscalCalendars.startMonth,
      startDay: fiscalCalendars.startDay,
    })
    .from(plans)
    .innerJoin(documents, eq(documents.id, plans.documentId))
    .leftJoin(fiscalCalendars, eq(fiscalCalendars.workspaceId, plans.workspaceId))
    .where(eq(plans.id, planId));
  const [first] = rows;
  if (!first) throw new DomainError({ code: 'not_found' });
  const calendars = rows.flatMap(({ appliesFrom, startMonth, startDay }) =>
    appliesFrom === null || startMonth === null || startDay === null
      ? []
      : [{ appliesFrom, startMonth, startDay }],
  );
  return { ...first.plan, epoch: first.epoch, calendars };
}
