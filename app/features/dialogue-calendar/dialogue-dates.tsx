import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { makeFormat } from '#app/i18n/make-format';
import { useI18n } from '#app/i18n/use-i18n';
import { LinkButton, Section } from '#app/ui';
import type { OnDay } from './month.server';

/** The dialogues of a year, beside the dates of its budget. */
export function DialogueDates({ slug, dialogues }: { slug: string; dialogues: readonly OnDay[] }) {
  const { t } = useTranslation('cycles');
  const format = makeFormat(useI18n().language);
  return (
    <Section
      title={t('dialogues.title')}
      actions={<LinkButton to={`/w/${slug}/dialogues?view=month`}>{t('dialogues.month')}</LinkButton>}
    >
      {dialogues.length === 0 ? (
        <p className="text-muted">{t('dialogues.empty')}</p>
      ) : (
        <ul className="grid divide-y divide-line">
          {dialogues.map(({ id, title, date, time, isCancelled }) => (
            <li key={id} className="flex flex-wrap gap-x-4 py-2">
              <time dateTime={`${date}T${time}`} className="numeric text-muted">
                {format.date(date)}, {time}
              </time>
              <Link to={`/w/${slug}/dialogues/${id}`}>{title}</Link>
              {isCancelled && <span className="text-critical">{t('dialogues.cancelled')}</span>}
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
