import { Fragment, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { SelectField } from '#app/ui';
import type { QuotablePlan } from './quoted-part';

/** The parts of plans to choose from, the passages of a text below their headings. */
export function SourceChoice({
  plans,
  value,
  label,
  error,
}: {
  plans: readonly QuotablePlan[];
  value: string;
  label: string;
  error?: string;
}) {
  const { t } = useTranslation('dialogues');
  return (
    <SelectField
      name="source"
      label={label}
      hint={t('source.hint')}
      defaultValue={value}
      error={error}
      placeholder={t('source.none')}
    >
      {plans.map(({ id, title, passages, actions }) => (
        <Fragment key={id}>
          <Choices label={t('source.passages', { plan: title })} choices={passages} />
          <Choices label={t('source.actions', { plan: title })} choices={actions} />
        </Fragment>
      ))}
    </SelectField>
  );
}

function Choices({
  label,
  choices,
}: {
  label: string;
  choices: { value: string; name: string; depth?: number }[];
}): ReactNode {
  if (choices.length === 0) return null;
  return (
    <optgroup label={label}>
      {choices.map(({ value, name, depth = 0 }) => (
        <option key={value} value={value}>
          {'\u2003'.repeat(depth) + name}
        </option>
      ))}
    </optgroup>
  );
}
