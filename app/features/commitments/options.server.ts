import type { LoaderFunctionArgs } from '@remix-run/node';
import type { ListFilter } from '#app/features/workspaces';
import { serverI18n } from '#app/i18n/i18n.server';
import { readLanguage } from '#app/i18n/language.server';
import { makeFormat } from '#app/i18n/make-format';
import { countryName } from '#app/i18n/names.server';
import { loadCodeList } from '#domain/code-lists';
import { none } from '#domain/commitments/filters';
import { activityStatuses, type FundingKind, factKinds, fundingKinds } from '#domain/commitments/kinds';
import { activityProblems } from '#domain/commitments/problems';
import type { WorkspaceId } from '#domain/ids';
import type { Language } from '#domain/languages';
import { themes } from '#domain/themes';
import { readPartnerChoice } from './partner-choice.server';

export type FilterName = 'partner' | 'country' | 'theme' | 'sector' | 'kind' | 'year' | 'status' | 'problem';

/** The filters of a page of commitments, in its order, with what there is to choose. With a usual kind, of funding alone. */
export async function readFilters(
  args: LoaderFunctionArgs,
  workspaceId: WorkspaceId,
  {
    names,
    isFiscal,
    usualKind = null,
  }: { names: FilterName[]; isFiscal: boolean; usualKind?: FundingKind | null },
): Promise<ListFilter[]> {
  const language = await readLanguage(args);
  const { listFilterValues } = args.context.services.commitments;
  const [values, partners, sectors] = await Promise.all([
    listFilterValues(workspaceId, { withSectors: names.includes('sector') }),
    names.includes('partner') ? readPartnerChoice(args, workspaceId) : null,
    names.includes('sector') ? loadCodeList('sectors') : null,
  ]);
  const kinds = usualKind ? fundingKinds.filter((kind) => kind !== usualKind) : factKinds;
  const t = serverI18n(language).getFixedT(null, 'commitments');
  const format = makeFormat(language);
  const without = { value: none, label: t('filter.without') };
  const options: Record<FilterName, () => { value: string; label: string }[]> = {
    partner: () => [...(partners?.options ?? [])],
    country: () => orNone(values.countries, without, (code) => countryName(code, language) ?? code),
    theme: () => [...themes.map((value) => ({ value, label: t(`plans:theme.${value}`) })), without],
    sector: () =>
      orNone(values.sectors, without, (code) => `${code} – ${sectors?.nameOf(code, language) ?? ''}`),
    kind: () => kinds.map((value) => ({ value, label: t(`kind.${value}`) })),
    year: () =>
      isFiscal
        ? values.fiscalYears.map((year) => ({ value: year.start, label: format.fiscalYear(year) }))
        : values.years.map((year) => (year === 0 ? without : { value: String(year), label: String(year) })),
    status: () => activityStatuses.map((value) => ({ value, label: t(`status.${value}`) })),
    problem: () => [
      { value: 'any', label: t('problem.any') },
      ...activityProblems.map((value) => ({ value, label: t(`problem.${value}`) })),
    ],
  };
  // Where one kind is always shown, leaving the filter alone means the usual one, not all of them.
  const anyOf = (name: FilterName) =>
    name === 'kind' && usualKind ? t(`kind.${usualKind}`) : t(`filter.any.${name}`);
  return names.map((name) => ({
    name: name === 'year' && isFiscal ? 'fy' : name,
    label: t(name === 'year' && isFiscal ? 'filter.fiscalYear' : `filter.${name}`),
    any: anyOf(name),
    options: options[name](),
    ...(name === 'partner' ? partners : {}),
  }));
}

function orNone(
  values: readonly string[],
  without: { value: string; label: string },
  label: (value: string) => string,
) {
  const named = values.filter(Boolean).map((value) => ({ value, label: label(value) }));
  named.sort((a, b) => (a.label < b.label ? -1 : 1));
  return values.includes('') ? [...named, without] : named;
}

/** Names of the countries on a page, by code. */
export function countryNamesOf(codes: Iterable<string>, language: Language): Record<string, string> {
  const named = [...new Set(codes)].filter(Boolean);
  return Object.fromEntries(named.map((code) => [code, countryName(code, language) ?? code]));
}

/** Names of the sectors on a page, by code. */
export async function sectorNamesOf(
  codes: Iterable<string>,
  language: Language,
): Promise<Record<string, string>> {
  const list = await loadCodeList('sectors');
  return Object.fromEntries(
    [...new Set(codes)].filter(Boolean).map((code) => [code, list.nameOf(code, language)]),
  );
}
