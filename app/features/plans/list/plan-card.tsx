import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#app/i18n/format';
import { Badge, Card, Gap, isBeyondCosts, Money } from '#app/ui';
import type { PlanSummary } from '#server/features/plans';

/** A plan in use with its key figures, each leading to what is behind it. */
export function PlanCard({ summary, at, now }: { summary: PlanSummary; at: string; now: string }) {
  const { t } = useTranslation('managePlans');
  const { relative } = useFormat();
  const { plan, actionCount, overdueCount, flaggedCount, changedAt } = summary;
  const address = `${at}/${plan.id}`;
  const horizon = t('list.horizon', { from: plan.startYear, to: plan.endYear });
  return (
    <Card className="grid gap-3">
      <div>
        <h2 className="text-lg">
          <Link to={address} prefetch="intent">
            {plan.title}
          </Link>
        </h2>
        <p className="text-muted text-sm">
          {horizon}
          {' · '}
          {t('list.changed', { when: relative(changedAt, now) })}
        </p>
      </div>
      <ul className="flex flex-wrap gap-2">
        <li>
          <Link to={`${address}/actions`}>
            <Badge>{t('list.actions', { count: actionCount })}</Badge>
          </Link>
        </li>
        {overdueCount > 0 && (
          <li>
            <Link to={`${address}/actions?status=overdue`}>
              <Badge tone="critical">{t('list.overdue', { count: overdueCount })}</Badge>
            </Link>
          </li>
        )}
        {flaggedCount > 0 && (
          <li>
            <Link to={`${address}/actions?flagged=1`}>
              <Badge tone="warning">{t('list.toCheck', { count: flaggedCount })}</Badge>
            </Link>
          </li>
        )}
      </ul>
      <MoneyLines totals={summary.totals} address={`${address}/figures`} />
    </Card>
  );
}

/** Cost and gap, a line for each currency. */
function MoneyLines({ totals, address }: { totals: PlanSummary['totals']; address: string }) {
  const { t } = useTranslation('managePlans');
  const currencies = Object.entries(totals);
  if (currencies.length === 0) return <p className="text-muted text-sm">{t('list.noMoney')}</p>;
  return (
    <ul className="grid gap-1 text-sm">
      {currencies.map(([currency, { cost, gap }]) => (
        <li key={currency} className="flex flex-wrap gap-x-4">
          <Link to={`${address}?currency=${currency}`}>
            {t('list.cost')} <Money amount={cost} currency={currency} isCompact />
          </Link>
          {gap !== '0' && (
            <Link to={`${address}/figures?currency=${currency}`} className="text-muted">
              {!isBeyondCosts(gap) && `${t('list.gap')} `}
              <Gap amount={gap} currency={currency} />
            </Link>
          )}
        </li>
      ))}
    </ul>
  );
}
