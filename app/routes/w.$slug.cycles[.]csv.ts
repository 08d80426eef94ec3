import type { LoaderFunctionArgs } from '@remix-run/node';
import { named, preciseDateText } from '#app/features/funding-cycles';
import { readCycleFilter } from '#app/features/funding-cycles/cycle-filter.server';
import { requireMember } from '#app/features/workspaces/gate.server';
import { csvResponse } from '#app/http/csv.server';
import { guardLoader } from '#app/http/guard';
import { wholeList } from '#app/http/list-params';
import { serverI18n } from '#app/i18n/i18n.server';
import { makeFormat } from '#app/i18n/make-format';
import { institutionShortName } from '#domain/institutions/name';

export const loader = guardLoader(async (args: LoaderFunctionArgs) => {
  const { workspace } = await requireMember(args);
  const { filter } = await readCycleFilter(args, workspace);
  const { language } = filter;
  const { rows } = await args.context.services.fundingCycles.listCycles(workspace.id, {
    ...filter,
    ...wholeList,
  });
  const t = serverI18n(language).getFixedT(null, 'cycles');
  const format = makeFormat(language);
  return csvResponse({
    language,
    name: `${workspace.slug}-cycles`,
    header: [
      ...['name', 'partner', 'kind', 'phase'].map((key) => t(`list.${key}`)),
      t('form.periodStart'),
      t('form.periodEnd'),
      t('list.next'),
      t('event.what'),
      t('event.state'),
    ],
    rows: rows.map(({ name, partner, kind, phase, periodStart, periodEnd, next }) => [
      name,
      institutionShortName(partner, language),
      t(`kind.${kind}`),
      t(`phase.${phase}`),
      periodStart,
      periodEnd,
      next && preciseDateText(t, format, next),
      next && named(t(`eventKind.${next.kind}`), next.title),
      next && t(`state.${next.state}`),
    ]),
  });
});
