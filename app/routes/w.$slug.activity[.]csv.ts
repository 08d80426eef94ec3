import type { LoaderFunctionArgs } from '@remix-run/node';
import { readActivityFilter } from '#app/features/activity/activity-filter.server';
import { sentenceOf } from '#app/features/activity/sentence';
import { requireMember } from '#app/features/workspaces/gate.server';
import { csvResponse } from '#app/http/csv.server';
import { guardLoader } from '#app/http/guard';
import { serverI18n } from '#app/i18n/i18n.server';
import { readLanguage } from '#app/i18n/language.server';
import { institutionName } from '#domain/institutions/name';

/** More than a spreadsheet is good for; older events are reached by the filters. */
const limit = 10_000;

export const loader = guardLoader(async (args: LoaderFunctionArgs) => {
  const { actor, workspace } = await requireMember(args);
  const language = await readLanguage(args);
  const i18n = serverI18n(language);
  const { entries } = await args.context.services.activity.listActivity({
    actor,
    workspaceId: workspace.id,
    filter: { ...readActivityFilter(args.request), before: null, limit },
  });
  return csvResponse({
    language,
    name: `${workspace.slug}-activity`,
    header: ['time', 'person', 'institution', 'event', 'count'].map((key) =>
      i18n.t(`activity:export.${key}`),
    ),
    rows: entries.map((entry) => [
      entry.at.slice(0, 16).replace('T', ' '),
      entry.person,
      entry.institution && institutionName(entry.institution.names, language),
      sentenceOf(entry, i18n),
      entry.count,
    ]),
  });
});
