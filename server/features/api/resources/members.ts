import { and, eq, isNull } from 'drizzle-orm';
import { z } from 'zod/v4';
import { may } from '#domain/policy';
import { roles } from '#domain/workspaces/roles';
import { anyOf, anyOfIds, instant, text, uuid } from '../fields';
import { defineResource } from '../resource';
import { among, cut } from '../slice';

export const membersResource = defineResource({
  name: 'members',
  rowName: 'Member',
  summary: 'Who acts for whom in the workspace now',
  scope: 'workspace:read',
  isInWorkspace: true,
  row: z.object({
    id: uuid().describe('Of the membership; a person who acts for two institutions has two'),
    accountId: uuid(),
    name: text(),
    email: text().nullable().describe('For convenors, and for colleagues of the same institution; else null'),
    institutionId: uuid(),
    role: z.enum(roles),
    createdAt: instant(),
  }),
  filters: z.object({ institutionId: anyOfIds(), role: anyOf(roles) }),
  key: ['id'],
  async read({ db, workspaceId, actor }, slice, filters) {
    const { memberships, accounts } = db.tables;
    const { where, order } = cut([memberships.id], slice);
    const rows = await db.read
      .select({
        id: memberships.id,
        accountId: memberships.accountId,
        name: accounts.name,
        email: accounts.email,
        institutionId: memberships.institutionId,
        role: memberships.role,
        createdAt: memberships.createdAt,
      })
      .from(memberships)
      .innerJoin(accounts, eq(accounts.id, memberships.accountId))
      .where(
        and(
          eq(memberships.workspaceId, workspaceId),
          isNull(memberships.endedAt),
          where,
          among(memberships.institutionId, filters.institutionId),
          among(memberships.role, filters.role),
        ),
      )
      .orderBy(...order)
      .limit(slice.limit);
    const seesAll = may(actor, 'member.change', { workspaceId });
    return rows.map((row) => ({
      ...row,
      email: seesAll || row.institutionId === actor.membership?.institutionId ? row.email : null,
    }));
  },
});
