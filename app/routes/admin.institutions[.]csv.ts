import type { LoaderFunctionArgs } from '@remix-run/node';
import { readInstitutionFilter } from '#app/features/institutions/institution-filter.server';
import { requireAdministrator } from '#app/features/workspaces/gate.server';
import { csvResponse } from '#app/http/csv.server';
import { guardLoader } from '#app/http/guard';
import { wholeList } from '#app/http/list-params';
import { serverI18n } from '#app/i18n/i18n.server';
import { institutionName } from '#domain/institutions/name';

export const loader = guardLoader(async (args: LoaderFunctionArgs) => {
  const { actor } = await requireAdministrator(args);
  const filter = { ...(await readInstitutionFilter(args)), ...wholeList };
  const { rows } = await args.context.services.institutions.listDirectory(actor, filter);
  const t = serverI18n(filter.language).getFixedT(null, 'institutions');
  return csvResponse({
    language: filter.language,
    name: 'institutions',
    header: ['list.name', 'list.acronym', 'list.kind', 'list.country', 'directory.workspaces'].map((key) =>
      t(key),
    ),
    rows: rows.map(({ names, acronym, kind, country, workspaceCount }) => [
      institutionName(names, filter.language),
      acronym,
      t(`ui:kind.${kind}`),
      country,
      workspaceCount,
    ]),
  });
});
