import type { LoaderFunctionArgs } from '@remix-run/node';
import { readPartnerFilter } from '#app/features/partners/filters.server';
import { tableFile } from '#app/features/partners/table-file.server';
import { requireMember } from '#app/features/workspaces/gate.server';
import { guardLoader } from '#app/http/guard';
import { wholeList } from '#app/http/list-params';
import { serverI18n } from '#app/i18n/i18n.server';
import { countryName } from '#app/i18n/names.server';
import { institutionName } from '#domain/institutions/name';

/** The partners as they are filtered: ?as=xlsx or CSV. */
export const loader = guardLoader(async (args: LoaderFunctionArgs) => {
  const { workspace } = await requireMember(args);
  const { services } = args.context;
  const filter = { ...(await readPartnerFilter(args)), ...wholeList };
  const { language } = filter;
  const { rows } = await services.partners.listPartners(workspace.id, filter);
  const t = serverI18n(language).getFixedT(null, 'partners');
  return tableFile({
    request: args.request,
    services,
    language,
    name: `${workspace.slug}-partners`,
    title: t('list.title'),
    header: ['partner', 'acronym', 'kind', 'country', 'themes', 'mandates', 'reviewed', 'keeper'].map((key) =>
      t(`list.${key}`),
    ),
    rows: rows.map((row) => [
      institutionName(row.names, language),
      row.acronym,
      t(`ui:kind.${row.kind}`),
      countryName(row.country, language),
      row.themes.map((theme) => t(`plans:theme.${theme}`)).join(' · '),
      row.mandateCount,
      row.reviewedOn,
      t(row.isAttended ? 'keeper.partner' : 'keeper.convenors'),
    ]),
  });
});
