import { useTranslation } from 'react-i18next';
import { EmptyState, LinkButton } from '#app/ui';
import { FigureContext, type FigureContextValue } from './figure-context';
import { FiguresToolbar } from './figures-toolbar';
import type { FiguresView } from './figures-view';
import { GroupTable } from './group-table';
import { OpenedRows } from './opened-rows';
import { PlanTotals } from './plan-totals';
import { UnreadLines } from './unread-lines';
import { YearChart } from './year-chart';

/** Cost, funding and gap of a plan, in one currency at a time; every figure opens to the rows that it is the sum of. */
export function FiguresPage({
  view,
  ...names
}: { view: FiguresView } & Omit<FigureContextValue, 'currency'>) {
  const { t } = useTranslation('figures');
  const { currency, totals } = view;
  if (!currency || !totals) {
    return (
      <FigureContext.Provider value={{ ...names, currency: '' }}>
        <EmptyState
          level={2}
          title={t('empty.title')}
          body={t('empty.body')}
          action={<LinkButton to={names.actionsAddress}>{t('empty.action')}</LinkButton>}
        />
        <UnreadLines unread={view.unread} />
      </FigureContext.Provider>
    );
  }
  return (
    <FigureContext.Provider value={{ ...names, currency }}>
      <FiguresToolbar currencies={view.currencies} />
      <PlanTotals totals={totals} />
      <YearChart years={view.years} />
      <GroupTable lines={view.lines} totals={totals} />
      {view.opened && <OpenedRows opened={view.opened} />}
      <UnreadLines unread={view.unread} />
    </FigureContext.Provider>
  );
}
