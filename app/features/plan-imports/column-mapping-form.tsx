import { Form } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Section, SelectField, SubmitButton, TextField } from '#app/ui';
import { ColumnRow } from './column-row';
import type { Review } from './review';

/** How each column is understood, with some of its values beside; every guess can be corrected. */
export function ColumnMappingForm({ review }: { review: Review }) {
  const { t } = useTranslation('import');
  const { mapping, samples, uncounted } = review;
  return (
    <Section title={t('columns.title')} lead={t('columns.lead')}>
      <Form method="post" className="form import-wide">
        <div className="import-conventions">
          <TextField
            name="currency"
            label={t('columns.currency')}
            defaultValue={mapping.currency}
            maxLength={3}
            size={4}
          />
          <SelectField
            name="decimal"
            label={t('columns.decimal')}
            defaultValue={mapping.decimal}
            options={[
              { value: ',', label: t('columns.comma') },
              { value: '.', label: t('columns.point') },
            ]}
          />
          <SelectField
            name="dates"
            label={t('columns.dates')}
            defaultValue={mapping.dayFirst ? 'day' : 'month'}
            options={[
              { value: 'day', label: t('columns.dayFirst') },
              { value: 'month', label: t('columns.monthFirst') },
            ]}
          />
        </div>
        <ul className="import-columns">
          {mapping.columns.map((column, index) => (
            <ColumnRow
              key={column.column}
              column={column}
              samples={samples[index] ?? []}
              isUncounted={uncounted.includes(column.column)}
            />
          ))}
        </ul>
        <div className="form-actions">
          <SubmitButton name="intent" value="mapping" variant="secondary">
            {t('columns.save')}
          </SubmitButton>
        </div>
      </Form>
    </Section>
  );
}
