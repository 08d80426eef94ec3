import type { LoaderFunctionArgs } from '@remix-run/node';
import { budgetEventName, named, preciseDateText } from '#app/features/funding-cycles';
import { readTimelineFilter } from '#app/features/funding-cycles/timeline/timeline-filter.server';
import { linesOf } from '#app/features/funding-cycles/timeline/timeline-lines';
import { requireMember } from '#app/features/workspaces/gate.server';
import { csvResponse } from '#app/http/csv.server';
import { guardLoader } from '#app/http/guard';
import { serverI18n } from '#app/i18n/i18n.server';
import { makeFormat } from '#app/i18n/make-format';
import { institutionShortName } from '#domain/institutions/name';

export const loader = guardLoader(async (args: LoaderFunctionArgs) => {
  const { workspace } = await requireMember(args);
  const filter = await readTimelineFilter(args, workspace);
  const { language } = filter;
  const timeline = await args.context.services.fundingCycles.readTimeline(workspace.id, filter);
  const t = serverI18n(language).getFixedT(null, 'cycles');
  const format = makeFormat(language);
  return csvResponse({
    language,
    name: `${workspace.slug}-timeline`,
    header: [
      ...['firstDay', 'date', 'what', 'state'].map((key) => t(`event.${key}`)),
      t('list.partner'),
      t('timeline.cycle'),
    ],
    rows: linesOf(timeline).map((line) => [
      line.date,
      preciseDateText(t, format, line),
      line.of === 'budget' ? budgetEventName(t, line) : named(t(`eventKind.${line.kind}`), line.title),
      t(`state.${line.state}`),
      line.of === 'budget' ? null : institutionShortName(line.cycle.partner, language),
      line.of === 'budget' ? t('timeline.budget') : line.cycle.name,
    ]),
  });
});
