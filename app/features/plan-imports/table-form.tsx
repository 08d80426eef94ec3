import { Form } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#app/i18n/format';
import { Section, SelectField, SubmitButton } from '#app/ui';
import type { Review } from './review';

/** Where the table stands in the file: the sheet, and the rows of its header. */
export function TableForm({ review }: { review: Review }) {
  const { t } = useTranslation('import');
  const { number } = useFormat();
  const { sheets, firstRows, mapping } = review;
  const rows = firstRows.map((text, index) => ({
    value: String(index + 1),
    label: t('table.rowOption', { row: number(index + 1), text: text || '–' }),
  }));
  if (mapping.headerRow >= rows.length) {
    rows.push({
      value: String(mapping.headerRow + 1),
      label: t('problems.row', { row: number(mapping.headerRow + 1) }),
    });
  }
  return (
    <Section title={t('table.title')} lead={t('table.lead')}>
      <Form method="post" className="form import-wide">
        <div className="import-conventions">
          {sheets.length > 1 && (
            <SelectField
              name="sheet"
              label={t('table.sheet')}
              defaultValue={String(mapping.sheet)}
              options={sheets.map(({ name, rows: count }, index) => ({
                value: String(index),
                label: t('table.sheetOption', { name, count }),
              }))}
            />
          )}
          <SelectField
            name="headerRow"
            label={t('table.headerRow')}
            defaultValue={String(mapping.headerRow + 1)}
            options={rows}
          />
          <SelectField
            name="headerRows"
            label={t('table.headerRows')}
            defaultValue={String(mapping.headerRows)}
            options={[0, 1, 2, 3, 4].map((count) => ({
              value: String(count),
              label: count === 0 ? t('table.noHeader') : t('table.rowCount', { count }),
            }))}
          />
        </div>
        <div className="form-actions">
          <SubmitButton name="intent" value="table" variant="secondary">
            {t('table.save')}
          </SubmitButton>
        </div>
      </Form>
    </Section>
  );
}
