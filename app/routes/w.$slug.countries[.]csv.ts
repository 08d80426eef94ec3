import type { LoaderFunctionArgs } from '@remix-run/node';
import { readCountries } from '#app/features/commitments/country-page.server';
import { requireMember } from '#app/features/workspaces/gate.server';
import { csvResponse } from '#app/http/csv.server';
import { guardLoader } from '#app/http/guard';
import { serverI18n } from '#app/i18n/i18n.server';
import { readLanguage } from '#app/i18n/language.server';
import { type FactKind, fundingKinds } from '#domain/commitments/kinds';
import { matchesSearch } from '#domain/lists/search';

export const loader = guardLoader(async (args: LoaderFunctionArgs) => {
  const { workspace } = await requireMember(args);
  const { rows, search } = await readCountries(args, workspace);
  const language = await readLanguage(args);
  const t = serverI18n(language).getFixedT(null, 'commitments');
  const found = rows.filter(({ code, name }) => matchesSearch(search, [code, name]));
  return csvResponse({
    language,
    name: `${workspace.slug}-countries`,
    header: [
      ...['countries.code', 'filter.country', 'filter.kind', 'form.currency', 'form.amount'].map((key) =>
        t(key),
      ),
      ...['USD', t('facts.notConverted')],
    ],
    rows: found.flatMap(({ code, name, byKind }) =>
      fundingKinds.flatMap((kind: FactKind) =>
        (byKind[kind] ?? []).map(({ currency, amount, usd, parts, withoutUsd }) => [
          ...[code, name ?? t('countries.none'), t(`kind.${kind}`), currency, amount],
          ...[withoutUsd === parts ? '' : usd, withoutUsd],
        ]),
      ),
    ),
  });
});
