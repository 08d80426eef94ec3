import { and, eq, isNotNull, isNull } from 'drizzle-orm';
import { z } from 'zod/v4';
import { languages } from '#domain/languages';
import { instant, text, uuid } from '../fields';
import { defineResource } from '../resource';
import { cut } from '../slice';

export const plansResource = defineResource({
  name: 'plans',
  rowName: 'Plan',
  summary: 'Joint action plans',
  scope: 'plans:read',
  isInWorkspace: true,
  row: z.object({
    id: uuid(),
    title: text(),
    language: z.enum(languages),
    startYear: z.int().describe('First fiscal year, named by the calendar year it starts in'),
    endYear: z.int(),
    createdAt: instant(),
    archivedAt: instant().nullable(),
  }),
  filters: z.object({ isArchived: z.boolean().optional() }),
  key: ['id'],
  async read({ db, workspaceId }, slice, { isArchived }) {
    const { plans } = db.tables;
    const { where, order } = cut([plans.id], slice);
    const archived = isArchived ? isNotNull(plans.archivedAt) : isNull(plans.archivedAt);
    return db.read
      .select({
        id: plans.id,
        title: plans.title,
        language: plans.language,
        startYear: plans.startYear,
        endYear: plans.endYear,
        createdAt: plans.createdAt,
        archivedAt: plans.archivedAt,
      })
      .from(plans)
      .where(and(eq(plans.workspaceId, workspaceId), where, isArchived === undefined ? undefined : archived))
      .orderBy(...order)
      .limit(slice.limit);
  },
});
