import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Badge, SelectField, TextField } from '#app/ui';
import { type ColumnMapping, isMoneyField, letterOf, type MatrixField, units } from '#domain/plans/matrix';

const fieldGroups: { group: string; fields: MatrixField[] }[] = [
  { group: 'action', fields: ['title', 'description', 'number', 'id'] },
  { group: 'place', fields: ['orientation', 'axis', 'objective', 'block', 'themes'] },
  { group: 'who', fields: ['lead', 'supporters'] },
  { group: 'when', fields: ['period', 'start', 'end', 'timeMark'] },
  {
    group: 'money',
    fields: [
      'cost',
      'costTotal',
      'currency',
      'fundingSource',
      'fundingSecured',
      'fundingGap',
      'fundingYear',
      'certainty',
    ],
  },
  { group: 'indicator', fields: ['indicator', 'baseline', 'target', 'indicatorYear', 'verification'] },
  { group: 'other', fields: ['extra', 'ignore'] },
];

const datedFields: readonly MatrixField[] = ['cost', 'timeMark', 'target', 'fundingSecured', 'fundingGap'];

/** One column of the file: its header and values, and what it becomes. */
export function ColumnRow({
  column,
  samples,
  isUncounted,
}: {
  column: ColumnMapping;
  samples: readonly string[];
  isUncounted: boolean;
}) {
  const { t } = useTranslation('import');
  const [field, setField] = useState(column.field);
  const letter = letterOf(column.column);
  const header = column.header || t('columns.noHeader');
  const nameOf = (what: string) => t('columns.of', { what, letter, header });
  return (
    <li data-ignored={field === 'ignore' || undefined}>
      <div className="import-column-head">
        <span className="import-letter" aria-hidden="true">
          {letter}
        </span>
        <strong>{header}</strong>
        <ConfidenceBadge column={column} />
      </div>
      <p className="import-samples">{samples.length > 0 ? samples.join(' · ') : t('columns.empty')}</p>
      {isUncounted && field === 'extra' && (
        <p className="import-samples">
          <Badge tone="warning">{t('columns.uncounted')}</Badge>
        </p>
      )}
      <div className="import-column-fields">
        <SelectField
          name={`field.${column.column}`}
          label={nameOf(t('columns.becomes'))}
          isLabelHidden
          value={field}
          onChange={(event) => setField(event.currentTarget.value as MatrixField)}
        >
          {fieldGroups.map(({ group, fields }) => (
            <optgroup key={group} label={t(`fieldGroup.${group}`)}>
              {fields.map((one) => (
                <option key={one} value={one}>
                  {t(`fields.${one}`)}
                </option>
              ))}
            </optgroup>
          ))}
        </SelectField>
        {datedFields.includes(field) && (
          <TextField
            name={`period.${column.column}`}
            label={t('columns.period')}
            defaultValue={column.period}
            size={8}
          />
        )}
        {isMoneyField(field) && (
          <>
            <SelectField
              name={`unit.${column.column}`}
              label={t('columns.unit')}
              defaultValue={column.unit}
              options={units.map((unit) => ({ value: unit, label: t(`unit.${unit}`) }))}
            />
            <TextField
              name={`currency.${column.column}`}
              label={t('columns.ownCurrency')}
              defaultValue={column.currency}
              maxLength={3}
              size={4}
            />
          </>
        )}
      </div>
    </li>
  );
}

function ConfidenceBadge({ column: { confidence } }: { column: ColumnMapping }) {
  const { t } = useTranslation('import');
  if (confidence === 'sure') return null;
  return (
    <Badge tone={confidence === 'chosen' ? 'neutral' : 'warning'}>{t(`confidence.${confidence}`)}</Badge>
  );
}
