import { Form } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#app/i18n/format';
import { Card, KeyFigure, KeyFigures, RadioField, Section, SubmitButton } from '#app/ui';
import type { Review } from './review';

/** What will happen, in numbers and a sentence, and the two ways out: confirm or discard. */
export function ImportSummary({ review }: { review: Review }) {
  const { t } = useTranslation('import');
  const { number } = useFormat();
  const { counts, skipped, sourceName } = review;
  const left = [
    skipped.blank > 0 && t('summary.blank', { count: skipped.blank }),
    skipped.totals > 0 && t('summary.totals', { count: skipped.totals }),
    skipped.headers > 0 && t('summary.headers', { count: skipped.headers }),
    skipped.footnotes > 0 && t('summary.footnotes', { count: skipped.footnotes }),
  ].filter((words): words is string => Boolean(words));
  return (
    <Section title={t('review.title')} lead={sourceName || t('review.pasted')}>
      <KeyFigures>
        <KeyFigure label={t('summary.actions')} value={number(counts.actions)} />
        <KeyFigure label={t('summary.objectives')} value={number(counts.objectives)} />
        {(['error', 'warning', 'note'] as const).map((grade) => (
          <KeyFigure
            key={grade}
            label={t(`grades.${grade}`)}
            value={number(counts[grade])}
            note={t(`gradeMeaning.${grade}`)}
            {...(counts[grade] > 0 ? { to: `?grade=${grade}#problems` } : {})}
          />
        ))}
      </KeyFigures>
      {left.length > 0 && <p className="mt-3 text-muted">{t('summary.left', { what: left.join(', ') })}</p>}
      <Card className="mt-4">
        <Form method="post" className="form">
          {counts.matching > 0 && (
            <RadioField
              name="mode"
              label={t('mode.label', { count: counts.matching })}
              defaultValue={review.mapping.mode}
              options={[
                { value: 'add', label: t('mode.add'), hint: t('mode.addHint') },
                { value: 'update', label: t('mode.update'), hint: t('mode.updateHint') },
              ]}
            />
          )}
          <p>{counts.actions === 0 ? t('summary.nothing') : t('summary.untouched')}</p>
          <div className="form-actions">
            <SubmitButton name="intent" value="apply" disabled={counts.actions === 0}>
              {t('confirm', { count: counts.actions })}
            </SubmitButton>
            <SubmitButton name="intent" value="discard" variant="quiet">
              {t('discard')}
            </SubmitButton>
          </div>
        </Form>
      </Card>
    </Section>
  );
}
