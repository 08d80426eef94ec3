import type { LoaderFunctionArgs } from '@remix-run/node';
import { budgetEventName, preciseDateText } from '#app/features/funding-cycles';
import { readCalendarPage } from '#app/features/funding-cycles/calendar-page.server';
import { csvResponse } from '#app/http/csv.server';
import { guardLoader } from '#app/http/guard';
import { serverI18n } from '#app/i18n/i18n.server';
import { makeFormat } from '#app/i18n/make-format';

export const loader = guardLoader(async (args: LoaderFunctionArgs) => {
  const { slug, language, country, countryName, dates } = await readCalendarPage(args);
  const t = serverI18n(language).getFixedT(null, 'cycles');
  const format = makeFormat(language);
  return csvResponse({
    language,
    name: [slug, 'budget', country?.toLowerCase()].filter(Boolean).join('-'),
    header: [
      t('event.country'),
      t('event.firstDay'),
      t('event.date'),
      t('budget.step'),
      t('event.state'),
      t('event.source'),
    ],
    rows: dates.map(({ date, step }) => [
      countryName,
      date,
      preciseDateText(t, format, { date, precision: step.precision }),
      budgetEventName(t, step),
      t(`state.${step.state}`),
      step.source,
    ]),
  });
});
