import type { LoaderFunctionArgs } from '@remix-run/node';
import { readMandateFilter, readOpenedCell } from '#app/features/partners/filters.server';
import { placeName } from '#app/features/partners/place-names.server';
import { tableFile } from '#app/features/partners/table-file.server';
import { requireMember } from '#app/features/workspaces/gate.server';
import { guardLoader } from '#app/http/guard';
import { serverI18n } from '#app/i18n/i18n.server';
import { institutionName } from '#domain/institutions/name';

const fields = [
  'theme',
  'place',
  'instrument',
  'role',
  'approach',
  'validFrom',
  'validTo',
  'evidenceUrl',
  'lastReviewedOn',
] as const;

/** The mandates as they are filtered, those of the opened cell alone where one is open: ?as=xlsx or CSV. */
export const loader = guardLoader(async (args: LoaderFunctionArgs) => {
  const { workspace } = await requireMember(args);
  const { services } = args.context;
  const filter = await readMandateFilter(args);
  const { language } = filter;
  const { partner, theme } = readOpenedCell(args.request);
  const rows = await services.partners.listMandates(workspace.id, {
    ...filter,
    institutionId: partner,
    theme,
  });
  const t = serverI18n(language).getFixedT(null, 'partners');
  return tableFile({
    request: args.request,
    services,
    language,
    name: `${workspace.slug}-mandates`,
    title: t('matrix.title'),
    header: [t('list.partner'), t('list.acronym'), ...fields.map((field) => t(`mandate.${field}`))],
    rows: rows.map((row) => [
      institutionName(row.institution.names, language),
      row.institution.acronym,
      t(`plans:theme.${row.theme}`),
      placeName(row.place, language),
      t(`instrument.${row.instrument}`),
      t(`role.${row.role}`),
      row.approach,
      row.validFrom,
      row.validTo,
      row.evidenceUrl,
      row.lastReviewedOn,
    ]),
  });
});
