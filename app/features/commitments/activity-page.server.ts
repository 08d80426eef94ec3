import type { LoaderFunctionArgs } from '@remix-run/node';
import { readListParams } from '#app/http/list-params';
import { readLanguage } from '#app/i18n/language.server';
import { activityFilterOf, activitySorts } from '#domain/commitments/filters';
import type { InstitutionId, WorkspaceId } from '#domain/ids';
import { sortText } from '#domain/lists/order';
import { moneyChoiceOf } from './money-choice';
import { countryNamesOf } from './options.server';
import { activityPageSize } from './page-size';

/** The activities wanted, as the address says; list and exports read it alike. */
export function readActivityFilter(args: LoaderFunctionArgs, partnerId: InstitutionId | null = null) {
  const { params, search, sort, page } = readListParams(args.request, {
    sorts: activitySorts,
    fallback: 'title',
  });
  const filter = { ...activityFilterOf(params), search };
  return { filter: partnerId ? { ...filter, partnerId } : filter, sort, page };
}

/** One page of the list, with all that its table shows. */
export async function readActivityPage(
  args: LoaderFunctionArgs,
  workspace: { id: WorkspaceId; slug: string; currency: string },
  partnerId: InstitutionId | null = null,
) {
  const wanted = readActivityFilter(args, partnerId);
  const list = await args.context.services.commitments.listActivities(workspace.id, {
    ...wanted,
    size: activityPageSize,
  });
  const countries = list.rows.flatMap((row) => row.countries);
  return {
    list,
    sort: sortText(wanted.sort),
    base: `/w/${workspace.slug}`,
    choice: moneyChoiceOf(new URL(args.request.url).searchParams),
    localCurrency: workspace.currency,
    countryNames: countryNamesOf(countries, await readLanguage(args)),
  };
}
