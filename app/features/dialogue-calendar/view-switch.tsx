import { Link, useSearchParams } from '@remix-run/react';
import { useTranslation } from 'react-i18next';

const views = ['list', 'month'] as const;
type DialoguesView = (typeof views)[number];

/** The dialogues as a list or by the month, in the address. */
export function ViewSwitch({ view }: { view: DialoguesView }) {
  const { t } = useTranslation('meetings');
  const [params] = useSearchParams();
  const at = (wanted: DialoguesView) => {
    const next = new URLSearchParams(params);
    for (const name of ['view', 'month', 'page']) next.delete(name);
    if (wanted === 'month') next.set('view', wanted);
    return next.size > 0 ? `?${next}` : '.';
  };
  return (
    <nav aria-label={t('view.label')} className="tab-links mb-4">
      {views.map((wanted) => (
        <Link key={wanted} to={at(wanted)} aria-current={wanted === view ? 'page' : undefined}>
          {t(`view.${wanted}`)}
        </Link>
      ))}
    </nav>
  );
}
