import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Disclosure } from '../disclosure';

export interface ChartFrameProps {
  title: string;
  legend?: ReactNode;
  bars: ReactNode;
  /** The same figures as rows; every chart has them behind it. */
  table: ReactNode;
}

export function ChartFrame({ title, legend, bars, table }: ChartFrameProps) {
  const { t } = useTranslation('ui');
  return (
    <figure className="chart" aria-label={title}>
      {legend}
      {bars}
      <Disclosure title={t('tableBehind')}>{table}</Disclosure>
    </figure>
  );
}
