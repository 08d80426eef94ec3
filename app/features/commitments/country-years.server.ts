import type { LoaderFunctionArgs } from '@remix-run/node';
import { readLanguage } from '#app/i18n/language.server';
import { makeFormat } from '#app/i18n/make-format';
import type { FactKind } from '#domain/commitments/kinds';
import type { MoneySums } from '#domain/commitments/money-sums';
import type { WorkspaceId } from '#domain/ids';
import { moneyChoiceOf } from './money-choice';

export interface YearRow {
  /** "2026", a fiscal year with its dates, or null where no date is known. */
  label: string | null;
  year: number | null;
  fiscalYear: string | null;
  byKind: Partial<Record<FactKind, MoneySums>>;
}

/** What a country got, a row for each calendar or fiscal year as the address says. */
export async function readCountryYears(args: LoaderFunctionArgs, workspaceId: WorkspaceId, country: string) {
  const choice = moneyChoiceOf(new URL(args.request.url).searchParams);
  const { isFiscal } = choice;
  const { countryYears } = args.context.services.commitments;
  const [found, language] = await Promise.all([
    countryYears(workspaceId, { country, isFiscal }),
    readLanguage(args),
  ]);
  const format = makeFormat(language);
  const rows = new Map<string, YearRow>();
  for (const { kind, year, bounds, sums } of found) {
    const isUnknown = isFiscal ? year === '' : year === '0';
    const label = isUnknown ? null : bounds ? format.fiscalYear(bounds) : year;
    const of = isFiscal ? { year: null, fiscalYear: year } : { year: Number(year), fiscalYear: null };
    const row = rows.get(year) ?? { label, ...of, byKind: {} };
    row.byKind[kind] = sums;
    rows.set(year, row);
  }
  return { years: [...rows.values()], choice };
}
