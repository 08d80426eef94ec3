import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireAdministrator } from '#app/features/workspaces/gate.server';
import { csvResponse } from '#app/http/csv.server';
import { guardLoader } from '#app/http/guard';
import { readListParams, wholeList } from '#app/http/list-params';
import { serverI18n } from '#app/i18n/i18n.server';
import { readLanguage } from '#app/i18n/language.server';
import { workspaceSorts } from '#domain/lists/sorts';

export const loader = guardLoader(async (args: LoaderFunctionArgs) => {
  const { actor } = await requireAdministrator(args);
  const { search, sort } = readListParams(args.request, { sorts: workspaceSorts, fallback: 'name' });
  const { listWorkspaces } = args.context.services.workspaces;
  const { rows } = await listWorkspaces({ actor, search, sort, ...wholeList });
  const language = await readLanguage(args);
  const t = serverI18n(language).getFixedT(null, 'workspaces');
  return csvResponse({
    language,
    name: 'workspaces',
    header: ['name', 'slug', 'currency', 'members', 'institutions', 'created'].map((key) =>
      t(`administration:${key}`),
    ),
    rows: rows.map((row) => [
      row.name,
      row.slug,
      row.currency,
      row.memberCount,
      row.institutionCount,
      row.createdAt.slice(0, 10),
    ]),
  });
});
