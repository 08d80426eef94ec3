import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireAdministrator } from '#app/features/workspaces/gate.server';
import { csvResponse } from '#app/http/csv.server';
import { guardLoader } from '#app/http/guard';
import { wholeList } from '#app/http/list-params';
import { readLanguage } from '#app/i18n/language.server';

/** In the layout that can be imported again. */
export const loader = guardLoader(async (args: LoaderFunctionArgs) => {
  await requireAdministrator(args);
  const search = new URL(args.request.url).searchParams.get('q') ?? '';
  const { rows } = await args.context.services.exchangeRates.listRates({ search, ...wholeList });
  return csvResponse({
    language: await readLanguage(args),
    name: 'exchange-rates',
    header: ['Date', 'Rate', 'Currency', 'Frequency', 'Source', 'Country code'],
    rows: rows.map(({ year, perUsd, currency, source, area }) => [
      ...[`${year}-12-31`, perUsd, currency, 'A', source, area],
    ]),
  });
});
