import { Form, Link, useRevalidator } from '@remix-run/react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#app/i18n/format';
import { Badge, Button, Notice, ProgressBar } from '#app/ui';
import { canStep, isUnderWay } from '#domain/iati-imports/states';
import type { Grade } from '#domain/partners/iati';
import type { StoredImport } from '#server/features/iati-imports';
import { ProblemWords } from './problem-words';
import { toneOfState } from './tones';

const everyMs = 1_500;

/** How far an import has come, and the steps that it can take now. */
export function ImportStatus({
  stored,
  accepted,
  refusals,
}: {
  stored: StoredImport;
  accepted: number;
  refusals: Record<string, number>;
}) {
  const { t } = useTranslation('iati');
  const { number } = useFormat();
  const { state, done, total, report } = stored;
  useRefresh(isUnderWay(state));
  return (
    <div className="iati-status">
      <p>
        <Badge tone={toneOfState[state]}>{t(`state.${state}`)}</Badge>
      </p>
      {isUnderWay(state) && (
        <>
          <ProgressBar label={t(`progress.${state}`)} value={total > 0 ? Math.min(1, done / total) : 0} />
          <p className="field-hint">
            {t('progress.leave')} <Link to=".">{t('progress.reload')}</Link>
          </p>
        </>
      )}
      {report.refusal && (
        <Notice tone="critical" role="alert" title={t('refused.title')}>
          <p>
            <ProblemWords problem={report.refusal as typeof report.refusal & { grade: Grade }} />
          </p>
          <p>{t('refused.place', { line: number(report.refusal.line) })}</p>
        </Notice>
      )}
      {state === 'failed' && (
        <Notice tone="critical" title={t('failed.title')}>
          {t('failed.body')}
        </Notice>
      )}
      {state === 'applied' && (
        <Notice tone="positive" title={t('applied.title', { records: number(done) })} />
      )}
      {Object.entries(refusals).map(([reason, count]) => (
        <Notice key={reason} tone="warning" title={t('notTaken.title', { count, records: number(count) })}>
          <p>{t(`notTaken.${reason}`)}</p>
        </Notice>
      ))}
      <div className="iati-steps">
        {canStep(state, 'apply') && (
          <Form method="post">
            <Button type="submit" name="intent" value="apply" variant="primary" disabled={accepted === 0}>
              {t('step.apply', { count: accepted, records: number(accepted) })}
            </Button>
          </Form>
        )}
        {canStep(state, 'retry') && (
          <Form method="post">
            <Button type="submit" name="intent" value="retry" variant="primary">
              {t('step.retry')}
            </Button>
          </Form>
        )}
        {canStep(state, 'cancel') && (
          <Form method="post">
            <Button type="submit" name="intent" value="cancel" variant="quiet">
              {t('step.cancel')}
            </Button>
          </Form>
        )}
      </div>
    </div>
  );
}

/** Asks again while work is under way; without JavaScript the link does. */
function useRefresh(isNeeded: boolean): void {
  const { revalidate, state } = useRevalidator();
  useEffect(() => {
    if (!isNeeded || state !== 'idle') return;
    const timer = setTimeout(revalidate, everyMs);
    return () => clearTimeout(timer);
  }, [isNeeded, state, revalidate]);
}
