import { Link, useSearchParams } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { makeFormat } from '#app/i18n/make-format';
import { useI18n } from '#app/i18n/use-i18n';
import { EmptyState, Icon, LinkButton } from '#app/ui';
import { monthAfter, weeksOfMonth } from '#domain/dialogues/calendar';
import type { MonthOfDialogues, OnDay } from './month.server';

/** The dialogues of a month: a grid of weeks, and on a narrow screen those days that have one. */
export function DialogueMonth({ slug, month, today, dialogues }: MonthOfDialogues & { slug: string }) {
  const { t } = useTranslation('meetings');
  const { language } = useI18n();
  const format = makeFormat(language);
  const weeks = weeksOfMonth(month);
  const onDay = (date: string) => dialogues.filter((dialogue) => dialogue.date === date);
  const days = weeks.flat().filter(({ date, isOfMonth }) => isOfMonth && onDay(date).length > 0);
  return (
    <section aria-labelledby="month-title" className="grid gap-4">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h2 id="month-title" className="first-letter:uppercase">
          {format.month(`${month}-01`)}
        </h2>
        <MonthLinks month={month} today={today} />
      </div>
      {days.length === 0 && <EmptyState level={3} title={t('month.empty')} body={t('month.emptyBody')} />}
      <table className="month max-md:hidden" aria-labelledby="month-title">
        <thead>
          <tr>
            {weeks[0]?.map(({ date }) => (
              <th key={date} scope="col" abbr={weekday(date, format.locale, 'long')}>
                {weekday(date, format.locale, 'short')}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((week) => (
            <tr key={week[0]?.date}>
              {week.map(({ date, isOfMonth }) => (
                <td
                  key={date}
                  data-outside={!isOfMonth || undefined}
                  aria-current={date === today ? 'date' : undefined}
                >
                  <time dateTime={date} className="month-day">
                    <span aria-hidden>{Number(date.slice(8))}</span>
                    <span className="sr-only">{format.longDate(date)}</span>
                  </time>
                  {date === today && <span className="sr-only"> {t('month.today')}</span>}
                  <DialoguesOfDay slug={slug} dialogues={onDay(date)} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <ol className="grid divide-y divide-line md:hidden">
        {days.map(({ date }) => (
          <li key={date} className="py-3" aria-current={date === today ? 'date' : undefined}>
            <h3>
              {weekday(date, format.locale, 'long')} {format.longDate(date)}
              {date === today && <span className="text-accent"> · {t('month.today')}</span>}
            </h3>
            <DialoguesOfDay slug={slug} dialogues={onDay(date)} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function MonthLinks({ month, today }: { month: string; today: string }) {
  const { t } = useTranslation('meetings');
  const [params] = useSearchParams();
  const { language } = useI18n();
  const format = makeFormat(language);
  const at = (wanted: string) => {
    const next = new URLSearchParams(params);
    next.set('month', wanted);
    return `?${next}`;
  };
  const [before, after] = [monthAfter(month, -1), monthAfter(month, 1)];
  return (
    <nav aria-label={t('month.nav')} className="flex flex-wrap gap-2">
      <LinkButton to={at(before)} preventScrollReset icon="chevronStart">
        <span className="sr-only">{t('month.before')} </span>
        {format.month(`${before}-01`)}
      </LinkButton>
      {month !== today.slice(0, 7) && (
        <LinkButton to={at(today.slice(0, 7))} preventScrollReset>
          {t('month.thisMonth')}
        </LinkButton>
      )}
      <LinkButton to={at(after)} preventScrollReset>
        <span className="sr-only">{t('month.after')} </span>
        {format.month(`${after}-01`)}
        <Icon name="chevronEnd" />
      </LinkButton>
    </nav>
  );
}

function DialoguesOfDay({ slug, dialogues }: { slug: string; dialogues: readonly OnDay[] }) {
  const { t } = useTranslation('meetings');
  if (dialogues.length === 0) return null;
  return (
    <ul className="grid gap-1">
      {dialogues.map(({ id, title, time, isCancelled }) => (
        <li key={id}>
          <Link
            to={`/w/${slug}/dialogues/${id}`}
            className="month-link"
            data-cancelled={isCancelled || undefined}
          >
            <span className="numeric">{time}</span> <span className="month-title">{title}</span>
          </Link>
          {isCancelled && <span className="text-sm text-critical"> {t('cancelled')}</span>}
        </li>
      ))}
    </ul>
  );
}

function weekday(date: string, locale: string, length: 'short' | 'long'): string {
  return new Intl.DateTimeFormat(locale, { weekday: length, timeZone: 'UTC' }).format(new Date(date));
}
