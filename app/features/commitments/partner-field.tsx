import type { ComponentProps } from 'react';
import { useTranslation } from 'react-i18next';
import { SelectField, type SelectOption } from '#app/ui';

/** Whose commitments these are: a person says so, unless only one partner can be meant. */
export function PartnerField({
  partners,
  ...field
}: { partners: readonly SelectOption[] } & Omit<
  ComponentProps<typeof SelectField>,
  'label' | 'options' | 'placeholder'
>) {
  const { t } = useTranslation('commitments');
  return (
    <SelectField
      {...field}
      label={t('filter.partner')}
      options={partners}
      placeholder={partners.length > 1 ? t('form.choosePartner') : undefined}
      isRequired
    />
  );
}
