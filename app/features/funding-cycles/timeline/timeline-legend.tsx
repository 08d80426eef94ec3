import { useTranslation } from 'react-i18next';
import { Disclosure } from '#app/ui';
import { budgetEventKinds, cycleEventKinds, cycleEventStates } from '#domain/funding-cycles/kinds';
import { BudgetFlag, MarkIcon } from './mark-icon';

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
      </ul>
      <ul className="chart-legend mt-2">
        {budgetEventKinds.map((kind) => (
          <li key={kind}>
            <BudgetFlag letter={t(`budgetMark.${kind}`)} />
            {t(`budgetKind.${kind}`)}
          </li>
        ))}
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
