import type { LoaderFunctionArgs } from '@remix-run/node';
import { wholeList } from '#app/http/list-params';
import { serverI18n } from '#app/i18n/i18n.server';
import { readLanguage } from '#app/i18n/language.server';
import type { WorkspaceId } from '#domain/ids';
import { institutionName } from '#domain/institutions/name';
import { readActivityFilter } from './activity-page.server';

/** The whole list as it is filtered: a row for each activity, kind and currency, with every digit. */
export async function readActivityTable(args: LoaderFunctionArgs, workspaceId: WorkspaceId) {
  const language = await readLanguage(args);
  const t = serverI18n(language).getFixedT(null, 'commitments');
  const { filter, sort } = readActivityFilter(args);
  const { rows } = await args.context.services.commitments.listActivities(workspaceId, {
    filter,
    sort,
    ...wholeList,
  });
  const header = [
    t('list.activity'),
    t('form.identifier'),
    t('filter.partner'),
    t('filter.country'),
    t('filter.status'),
    t('form.startsOn'),
    t('form.endsOn'),
    t('filter.kind'),
    t('form.currency'),
    t('form.amount'),
    'USD',
    t('facts.notConverted'),
    t('filter.problem'),
  ];
  const table = rows.flatMap((row) => {
    const about = [
      row.title,
      row.identifier ?? '',
      row.partner.acronym || institutionName(row.partner.names, language),
      row.countries.join(' '),
      row.status ? t(`status.${row.status}`) : '',
      row.startsOn ?? '',
      row.endsOn ?? '',
    ];
    const problems = row.problems.map((problem) => t(`problem.${problem}`)).join('; ');
    if (row.sums.length === 0) return [[...about, '', '', '', '', '', problems]];
    return row.sums.map(({ kind, currency, amount, usd, parts, withoutUsd }) => {
      const money = [amount, withoutUsd === parts ? '' : usd, withoutUsd];
      return [...about, t(`kind.${kind}`), currency, ...money, problems];
    });
  });
  return { language, title: t('list.title'), header, rows: table };
}
