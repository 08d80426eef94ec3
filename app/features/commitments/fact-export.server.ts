import type { LoaderFunctionArgs } from '@remix-run/node';
import { wholeList } from '#app/http/list-params';
import { serverI18n } from '#app/i18n/i18n.server';
import { readLanguage } from '#app/i18n/language.server';
import type { WorkspaceId } from '#domain/ids';
import { institutionName } from '#domain/institutions/name';
import { readFactPage } from './fact-page.server';

/** The rows behind a figure, all of them as they are filtered, with every digit. */
export async function readFactTable(
  args: LoaderFunctionArgs,
  workspace: { id: WorkspaceId; slug: string; currency: string },
) {
  const language = await readLanguage(args);
  const { list } = await readFactPage(args, workspace, wholeList.size);
  const t = serverI18n(language).getFixedT(null, 'commitments');
  const local = workspace.currency;
  const header = [
    ...['list.activity', 'form.identifier', 'filter.partner', 'filter.kind', 'filter.country'],
    ...['filter.sector', 'filter.theme', 'filter.year', 'filter.fiscalYear', 'form.start', 'form.end'],
    ...['form.currency', 'facts.counted', 'form.valueDate'],
  ]
    .map((key) => t(key))
    .concat('USD', t('facts.rateOf', { currency: 'USD' }), t('facts.source'))
    .concat(local, t('facts.rateOf', { currency: local }), t('facts.source'));
  const rows = list.rows.map((row) => [
    ...[row.title, row.identifier, row.partner.acronym || institutionName(row.partner.names, language)],
    ...[t(`kind.${row.kind}`), row.country, row.sector, row.theme && t(`plans:theme.${row.theme}`)],
    ...[row.year || null, row.fiscalYearStart, row.periodStart, row.periodEnd],
    ...[row.currency, row.amount, row.valueDate, row.usd, row.usdRate, row.usdSource],
    ...[row.local, row.localRate, row.localSource],
  ]);
  return { language, title: t('facts.title'), header, rows };
}
