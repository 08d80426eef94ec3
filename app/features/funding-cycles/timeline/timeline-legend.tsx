import { useTranslation } from 'react-i18next';
import { Disclosure } from '#app/ui';
import { cycleEventKinds, cycleEventStates } from '#domain/funding-cycles/kinds';
import { MarkIcon } from './mark-icon';
import { budgetShape } from './mark-shapes';

export function TimelineLegend() {
  const { t } = useTranslation('cycles');
  return (
    <Disclosure title={t('timeline.legend')}>
      <ul className="chart-legend mt-2">
        {cycleEventKinds.map((kind) => (
          <li key={kind}>
            <MarkIcon kind={kind} state="confirmed" letter={t(`mark.${kind}`)} />
            {t(`eventKind.${kind}`)}
          </li>
        ))}
        <li>
          <svg viewBox="0 0 20 20" className="timeline-flag" aria-hidden="true" focusable="false">
            <path d={budgetShape} />
          </svg>
          {t('timeline.budget')}
        </li>
      </ul>
      <ul className="chart-legend mt-2">
        {cycleEventStates.map((state) => (
          <li key={state}>
            <MarkIcon kind="review" state={state} letter="" />
            {t(`state.${state}`)}
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}
