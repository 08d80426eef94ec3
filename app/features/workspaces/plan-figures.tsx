import { Link } from '@remix-run/react';
import { useFormat } from '#app/i18n/format';
import { useI18n } from '#app/i18n/use-i18n';
import { Gap, KeyFigure, KeyFigures, Money } from '#app/ui';
import type { PlanSummary } from '#server/features/plans';

const statuses = ['completed', 'in_progress', 'not_started', 'not_reported', 'cancelled'] as const;
const money = ['cost', 'secured', 'partly', 'gap'] as const;

/** A plan's key figures; each opens to the rows behind it. */
export function PlanFigures({ slug, summary }: { slug: string; summary: PlanSummary }) {
  const i18n = useI18n();
  const t = i18n.getFixedT(null, 'home');
  const { number, day } = useFormat();
  const at = `/w/${slug}/plans/${summary.plan.id}`;
  const actionsAt = (query: string) => `${at}/actions?${query}`;
  const currencies = Object.entries(summary.totals);
  return (
    <section className="section" aria-label={summary.plan.title}>
      <div className="section-header">
        <h2>
          <Link to={at}>{summary.plan.title}</Link>
        </h2>
        <p className="text-sm text-muted">{t('overview.changed', { date: day(summary.changedAt) })}</p>
      </div>
      <KeyFigures>
        <KeyFigure label={t('overview.actions')} value={number(summary.actionCount)} to={`${at}/actions`} />
        {money.map((key) => (
          <KeyFigure
            key={key}
            label={t(`overview.${key}`)}
            to={`${at}/figures`}
            value={<Amounts figure={key} totals={currencies} />}
          />
        ))}
      </KeyFigures>
      <ul className="mt-4 flex flex-wrap gap-x-6 gap-y-1">
        {statuses.map((status) => (
          <Count
            key={status}
            label={i18n.t(`plans:status.${status}`)}
            count={summary.statusCounts[status]}
            to={actionsAt(`status=${status}`)}
          />
        ))}
        <Count
          label={i18n.t('plans:status.overdue')}
          count={summary.overdueCount}
          to={actionsAt('status=overdue')}
        />
      </ul>
      <ToCheck summary={summary} at={at} />
    </section>
  );
}

/** One amount a currency, never added up. */
function Amounts({
  figure,
  totals,
}: {
  figure: (typeof money)[number];
  totals: [string, PlanSummary['totals'][string]][];
}) {
  const t = useI18n().getFixedT(null, 'home');
  if (totals.length === 0) return t('overview.noAmounts');
  return totals.map(([currency, { [figure]: amount }]) => (
    <span key={currency} className={totals.length > 1 ? 'key-figure-line' : 'block'}>
      {figure === 'gap' ? (
        <Gap amount={amount} currency={currency} />
      ) : (
        <Money amount={amount} currency={currency} isCompact />
      )}
    </span>
  ));
}

function Count({ label, count, to }: { label: string; count: number; to: string }) {
  const t = useI18n().getFixedT(null, 'home');
  const { number } = useFormat();
  if (count === 0) return null;
  return (
    <li>
      <Link to={to}>
        {t('overview.count', { label })} <strong className="numeric">{number(count)}</strong>
      </Link>
    </li>
  );
}

/** What people typed that is not understood, such as an institution that is not in the workspace: shown, never dropped. */
function ToCheck({ summary, at }: { summary: PlanSummary; at: string }) {
  const t = useI18n().getFixedT(null, 'home');
  const { flaggedCount, unreadCount } = summary;
  if (flaggedCount + unreadCount === 0) return null;
  const lines = [
    { key: 'flagged', count: flaggedCount, to: `${at}/actions?flagged=1` },
    { key: 'unread', count: unreadCount, to: `${at}/figures` },
  ].filter(({ count }) => count > 0);
  return (
    <ul className="mt-3 flex flex-wrap gap-x-6 gap-y-1 text-sm">
      {lines.map(({ key, count, to }) => (
        <li key={key}>
          <Link to={to} className="text-muted">
            {t(`overview.${key}`, { count })}
          </Link>
        </li>
      ))}
    </ul>
  );
}
