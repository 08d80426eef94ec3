import { and, eq } from 'drizzle-orm';
import { z } from 'zod/v4';
import { reportStatuses } from '#domain/plans';
import { anyOf, anyOfIds, anyOfTexts, date, instant, text, uuid } from '../fields';
import { defineResource } from '../resource';
import { among, cut } from '../slice';

export const statusReportRow = z.object({
  id: uuid(),
  planId: uuid(),
  actionId: text(),
  institutionId: uuid().describe('The lead institution, whose word it is'),
  periodStart: date(),
  periodEnd: date().describe('Both ends inclusive'),
  status: z.enum(reportStatuses),
  evidence: text(),
  blocker: text(),
  at: instant(),
});

export const statusReportsResource = defineResource({
  name: 'status-reports',
  rowName: 'StatusReport',
  summary: 'What lead institutions reported on their actions; the latest counts, earlier ones stay',
  scope: 'plans:read',
  isInWorkspace: true,
  row: statusReportRow,
  filters: z.object({ planId: anyOfIds(), actionId: anyOfTexts(), status: anyOf(reportStatuses) }),
  key: ['id'],
  async read({ db, workspaceId }, slice, { planId, actionId, status }) {
    const { statusReports: reports } = db.tables;
    const { where, order } = cut([reports.id], slice);
    const rows = await db.read
      .select()
      .from(reports)
      .where(
        and(
          eq(reports.workspaceId, workspaceId),
          where,
          among(reports.planId, planId),
          among(reports.actionId, actionId),
          among(reports.status, status),
        ),
      )
      .orderBy(...order)
      .limit(slice.limit);
    return rows.map(({ workspaceId: _w, accountId: _a, ...report }) => report);
  },
});
