import type { LoaderFunctionArgs } from '@remix-run/node';
import { readLanguage } from '#app/i18n/language.server';
import { countryName } from '#app/i18n/names.server';
import { partFilterOf } from '#domain/commitments/filters';
import { type FactKind, fundingKinds } from '#domain/commitments/kinds';
import { convertedTotal, type MoneySums } from '#domain/commitments/money-sums';
import type { WorkspaceId } from '#domain/ids';
import { moneyChoiceOf } from './money-choice';
import { yearFilterOf } from './year-filter';

export interface CountryRow {
  /** '' is money of no country. */
  code: string;
  name: string | null;
  byKind: Partial<Record<FactKind, MoneySums>>;
}

/** Every country with money, the largest of the chosen kind first. */
export async function readCountries(
  args: LoaderFunctionArgs,
  workspace: { id: WorkspaceId; slug: string; currency: string },
) {
  const params = new URL(args.request.url).searchParams;
  const choice = moneyChoiceOf(params);
  const filter = partFilterOf(params);
  const kind = fundingKinds.find((one) => one === filter.kind) ?? 'committed';
  const of = yearFilterOf(filter, choice);
  const language = await readLanguage(args);
  const found = await args.context.services.commitments.listCountries(workspace.id, { kind: null, ...of });
  const byCode = new Map<string, CountryRow>();
  for (const { country: code, kind: ofKind, sums } of found) {
    const row = byCode.get(code) ?? { code, name: countryName(code || null, language), byKind: {} };
    row.byKind[ofKind] = sums;
    byCode.set(code, row);
  }
  const search = (params.get('q') ?? '').trim();
  const sizeOf = (row: CountryRow) => Number(convertedTotal(row.byKind[kind] ?? [], 'usd').total ?? 0);
  const rows = [...byCode.values()]
    .map((row) => ({ row, size: sizeOf(row) }))
    .sort((a, b) => b.size - a.size || (a.row.name ?? '').localeCompare(b.row.name ?? ''))
    .map(({ row }) => row);
  return {
    rows,
    search,
    kind,
    of,
    choice,
    base: `/w/${workspace.slug}`,
    localCurrency: workspace.currency,
  };
}
