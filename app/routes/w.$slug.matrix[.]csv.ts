import type { LoaderFunctionArgs } from '@remix-run/node';
import { readMatrixPage } from '#app/features/commitments/matrix-page.server';
import { requireMember } from '#app/features/workspaces/gate.server';
import { csvResponse } from '#app/http/csv.server';
import { guardLoader } from '#app/http/guard';
import { wholeList } from '#app/http/list-params';
import { serverI18n } from '#app/i18n/i18n.server';
import { readLanguage } from '#app/i18n/language.server';
import { institutionName } from '#domain/institutions/name';
import { type Theme, themes } from '#domain/themes';

export const loader = guardLoader(async (args: LoaderFunctionArgs) => {
  const { workspace } = await requireMember(args);
  const { matrix, kind } = await readMatrixPage(args, workspace, wholeList.size);
  const language = await readLanguage(args);
  const t = serverI18n(language).getFixedT(null, 'commitments');
  return csvResponse({
    language,
    name: `${workspace.slug}-matrix`,
    header: [
      ...['filter.partner', 'filter.theme', 'filter.kind', 'form.currency', 'form.amount'].map((key) =>
        t(key),
      ),
      ...['USD', t('facts.notConverted')],
    ],
    rows: matrix.rows.flatMap(({ partner, cells }) =>
      ([...themes, ''] as (Theme | '')[]).flatMap((theme) =>
        (cells[theme] ?? []).map(({ currency, amount, usd, parts, withoutUsd }) => [
          partner.acronym || institutionName(partner.names, language),
          theme === '' ? t('facts.noTheme') : t(`plans:theme.${theme}`),
          ...[t(`kind.${kind}`), currency, amount, withoutUsd === parts ? '' : usd, withoutUsd],
        ]),
      ),
    ),
  });
});
