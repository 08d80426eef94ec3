import { useTranslation } from 'react-i18next';
import { CheckboxField, SelectField, type SelectOption, TextField } from '#app/ui';
import type { FactsOf } from '#domain/partners/facts';
import type { PartFormState } from './use-part-form';
import { ValidityFields } from './validity-fields';

export function PersonFields({
  state,
  facts,
  countries,
}: {
  state: PartFormState;
  facts: FactsOf<'focal_person'> | null;
  countries: readonly SelectOption[];
}) {
  const { t } = useTranslation('partners');
  const { text, isChecked } = state;
  return (
    <>
      <TextField
        label={t('person.position')}
        hint={t('person.positionHint')}
        {...text('position', facts?.position)}
        isRequired
      />
      <SelectField
        label={t('person.country')}
        {...text('country', facts?.country)}
        options={countries}
        placeholder={t('place.everywhere')}
      />
      <TextField label={t('person.name')} {...text('name', facts?.name)} isRequired={false} />
      <TextField label={t('person.email')} type="email" {...text('email', facts?.email)} isRequired={false} />
      <TextField label={t('person.phone')} type="tel" {...text('phone', facts?.phone)} isRequired={false} />
      <ValidityFields state={state} facts={facts} />
      <CheckboxField
        label={t('person.hasConsented')}
        hint={t('person.consentHint')}
        name="hasConsented"
        defaultChecked={isChecked('hasConsented', facts?.hasConsented)}
      />
    </>
  );
}
