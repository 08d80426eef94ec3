import { type LoaderFunctionArgs, redirect } from '@remix-run/node';
import type { ListFilter } from '#app/features/workspaces';
import { serverI18n } from '#app/i18n/i18n.server';
import { readLanguage } from '#app/i18n/language.server';
import type { WorkspaceId } from '#domain/ids';
import { institutionName } from '#domain/institutions/name';
import { matchesSearch } from '#domain/lists/search';

/** Of more partners than these nobody chooses in a list: they are found by name first. */
const longestChoice = 300;
/** As many as one looks through. */
const longestFound = 50;
const searchParam = 'partner_q';

/**
 * The partners that a filter offers: all of them, or, where they are too many, those of the name that was looked for.
 * Throws a redirect to the only one found.
 */
export async function readPartnerChoice(
  args: LoaderFunctionArgs,
  workspaceId: WorkspaceId,
): Promise<Pick<ListFilter, 'any' | 'options' | 'search'>> {
  const language = await readLanguage(args);
  const t = serverI18n(language).getFixedT(null, 'commitments');
  const all = await args.context.services.commitments.listPartnerLabels(workspaceId, language);
  const optionOf = ({ id, acronym, names }: (typeof all)[number]) => {
    const name = institutionName(names, language);
    return { value: id as string, label: acronym ? `${acronym} – ${name}` : name };
  };
  if (all.length <= longestChoice) return { any: t('filter.any.partner'), options: all.map(optionOf) };

  const url = new URL(args.request.url);
  const chosen = url.searchParams.get('partner');
  const value = (url.searchParams.get(searchParam) ?? '').slice(0, 200);
  const found = value
    ? all.filter(({ acronym, names }) => matchesSearch(value, [acronym, ...Object.values(names)]))
    : [];
  const [only] = found;
  if (only && found.length === 1 && only.id !== chosen) {
    url.searchParams.set('partner', only.id);
    url.searchParams.delete(searchParam);
    url.searchParams.delete('page');
    throw redirect(`${url.pathname}?${url.searchParams}`);
  }
  const shown = found.slice(0, longestFound);
  const offered = shown.some(({ id }) => id === chosen)
    ? shown
    : [...all.filter(({ id }) => id === chosen), ...shown];
  function anyOf(): string {
    if (!value) return t('filter.any.partner');
    return found.length === 0 ? t('filter.noneFound') : t('filter.found', { count: found.length });
  }
  return {
    any: anyOf(),
    options: offered.map(optionOf),
    search: { name: searchParam, label: t('filter.findPartner'), value },
  };
}
