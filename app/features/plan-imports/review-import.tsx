import { useTranslation } from 'react-i18next';
import type { OpenPlan } from '#app/features/plans/plan-layout';
import type { RefusalData } from '#app/http/guard';
import { LinkButton, Notice } from '#app/ui';
import { ActionsPreview } from './actions-preview';
import { ColumnMappingForm } from './column-mapping-form';
import { ImportRefusal } from './import-refusal';
import { ImportSummary } from './import-summary';
import { NamesForm } from './names-form';
import { ProblemList } from './problem-list';
import type { Review } from './review';
import { TableForm } from './table-form';

/** The import before it is confirmed: what will come, what to look at, how each column was understood. */
export function ReviewImport({
  review,
  plan,
  refusal,
}: {
  review: Review;
  plan: OpenPlan;
  refusal: RefusalData | null;
}) {
  const { t } = useTranslation('import');
  if (review.isApplied) {
    return (
      <Notice tone="positive" title={t('applied.title')}>
        <p>{t('applied.body', { count: review.counts.actions })}</p>
        <LinkButton to={`${plan.address}/actions`} variant="primary">
          {t('applied.open')}
        </LinkButton>
      </Notice>
    );
  }
  return (
    <div className="import-review">
      <ImportRefusal refusal={refusal} />
      <ImportSummary review={review} />
      <ActionsPreview review={review} institutions={plan.institutions} />
      <ProblemList review={review} />
      <NamesForm review={review} institutions={plan.institutions} />
      <ColumnMappingForm key={mappingKey(review)} review={review} />
      <TableForm key={`${review.mapping.sheet}:${review.mapping.headerRow}`} review={review} />
    </div>
  );
}

/** Fields are filled from the server's answer, so another answer makes another form. */
function mappingKey({ mapping }: Review): string {
  return JSON.stringify([
    mapping.sheet,
    mapping.columns,
    mapping.currency,
    mapping.decimal,
    mapping.dayFirst,
  ]);
}
