import type { LoaderFunctionArgs } from '@remix-run/node';
import { readLanguage } from '#app/i18n/language.server';
import { factSorts, partFilterOf } from '#domain/commitments/filters';
import type { WorkspaceId } from '#domain/ids';
import { parseSort, sortText } from '#domain/lists/order';
import { moneyChoiceOf } from './money-choice';
import { countryNamesOf, sectorNamesOf } from './options.server';

/** The rows that the address asks for, with what they come to and all that their table shows. */
export async function readFactPage(
  args: LoaderFunctionArgs,
  workspace: { id: WorkspaceId; slug: string; currency: string },
  size: number,
) {
  const params = new URL(args.request.url).searchParams;
  const filter = partFilterOf(params);
  const sort = params.get('sort') ? parseSort(params.get('sort'), factSorts, 'year') : null;
  const { listFacts, findActivity } = args.context.services.commitments;
  const [list, language, activity] = await Promise.all([
    listFacts(workspace.id, filter, { page: Number(params.get('page') ?? 1), size, sort }),
    readLanguage(args),
    filter.activityId ? findActivity(workspace.id, filter.activityId) : null,
  ]);
  return {
    list,
    filter,
    sort: sort && list.isSortable ? sortText(sort) : null,
    activityTitle: activity?.record.title ?? null,
    base: `/w/${workspace.slug}`,
    choice: moneyChoiceOf(params),
    localCurrency: workspace.currency,
    countryNames: countryNamesOf(
      list.rows.map(({ country }) => country),
      language,
    ),
    sectorNames: await sectorNamesOf(
      list.rows.map(({ sector }) => sector),
      language,
    ),
  };
}
