import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import type { PartFilter } from '#domain/commitments/filters';

/** What narrows the rows beside the filters in sight, each with the way to drop it. */
export function FilterWords({
  filter,
  activityTitle,
  params,
}: {
  filter: PartFilter;
  activityTitle: string | null;
  params: URLSearchParams;
}) {
  const { t } = useTranslation('commitments');
  const { activityId, currency, notConverted } = filter;
  const words = [
    activityId !== null && { name: 'activity', text: t('facts.ofActivity', { title: activityTitle ?? '' }) },
    currency !== null && {
      name: 'currency',
      text: currency === '' ? t('facts.inNoCurrency') : t('facts.inCurrency', { currency }),
    },
    notConverted !== null && { name: 'not_converted', text: t('facts.onlyNotConverted') },
  ].filter((word) => word !== false);
  if (words.length === 0) return null;
  return (
    <ul className="mb-4 flex flex-wrap gap-x-6 gap-y-1">
      {words.map(({ name, text }) => (
        <li key={name}>
          {text} <Link to={without(params, name)}>{t('facts.dropFilter')}</Link>
        </li>
      ))}
    </ul>
  );
}

function without(params: URLSearchParams, name: string): string {
  const next = new URLSearchParams(params);
  next.delete(name);
  next.delete('page');
  return `?${next}`;
}
