import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireMember } from '#app/features/workspaces/gate.server';
import { readMemberFilter } from '#app/features/workspaces/member-filter.server';
import { csvResponse } from '#app/http/csv.server';
import { guardLoader } from '#app/http/guard';
import { wholeList } from '#app/http/list-params';
import { serverI18n } from '#app/i18n/i18n.server';
import { institutionName } from '#domain/institutions/name';

export const loader = guardLoader(async (args: LoaderFunctionArgs) => {
  const { actor, workspace } = await requireMember(args);
  const filter = { ...(await readMemberFilter(args)), ...wholeList };
  const { rows } = await args.context.services.workspaces.listMembers({
    actor,
    workspaceId: workspace.id,
    filter,
  });
  const t = serverI18n(filter.language).getFixedT(null, 'workspaces');
  return csvResponse({
    language: filter.language,
    name: `${workspace.slug}-members`,
    header: ['name', 'email', 'acronym', 'institution', 'role', 'since'].map((key) => t(`member.${key}`)),
    rows: rows.map(({ name, email, institution, role, createdAt }) => [
      name,
      email,
      institution.acronym,
      institutionName(institution.names, filter.language),
      t(`role.${role}`),
      createdAt.slice(0, 10),
    ]),
  });
});
