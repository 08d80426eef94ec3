import type { LoaderFunctionArgs } from '@remix-run/node';
import { readInstitutionFilter } from '#app/features/institutions/institution-filter.server';
import { requireMember } from '#app/features/workspaces/gate.server';
import { csvResponse } from '#app/http/csv.server';
import { guardLoader } from '#app/http/guard';
import { wholeList } from '#app/http/list-params';
import { serverI18n } from '#app/i18n/i18n.server';
import { institutionName } from '#domain/institutions/name';

export const loader = guardLoader(async (args: LoaderFunctionArgs) => {
  const { workspace } = await requireMember(args);
  const filter = { ...(await readInstitutionFilter(args)), ...wholeList };
  const { rows } = await args.context.services.institutions.listInstitutions(workspace.id, filter);
  const t = serverI18n(filter.language).getFixedT(null, 'institutions');
  return csvResponse({
    language: filter.language,
    name: `${workspace.slug}-institutions`,
    header: ['name', 'acronym', 'kind', 'country', 'members', 'since'].map((key) => t(`list.${key}`)),
    rows: rows.map(({ names, acronym, kind, country, memberCount, joinedAt }) => [
      institutionName(names, filter.language),
      acronym,
      t(`ui:kind.${kind}`),
      country,
      memberCount,
      joinedAt.slice(0, 10),
    ]),
  });
});
