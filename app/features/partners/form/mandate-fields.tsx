import { useTranslation } from 'react-i18next';
import { SelectField, type SelectOption, TextArea, TextField } from '#app/ui';
import type { FactsOf } from '#domain/partners/facts';
import { instruments, mandateRoles } from '#domain/partners/kinds';
import { themes } from '#domain/themes';
import type { PartFormState } from './use-part-form';
import { ValidityFields } from './validity-fields';

export interface PlaceOptions {
  countries: readonly SelectOption[];
  regions: readonly SelectOption[];
}

export function MandateFields({
  state,
  facts,
  places,
}: {
  state: PartFormState;
  facts: FactsOf<'mandate'> | null;
  places: PlaceOptions;
}) {
  const { t } = useTranslation('partners');
  const { text } = state;
  return (
    <>
      <SelectField
        label={t('mandate.theme')}
        {...text('theme', facts?.theme)}
        options={themes.map((value) => ({ value, label: t(`plans:theme.${value}`) }))}
        placeholder={t('mandate.chooseTheme')}
        isRequired
      />
      <SelectField
        label={t('mandate.place')}
        {...text('place', facts?.place)}
        placeholder={t('place.everywhere')}
      >
        <optgroup label={t('place.countries')}>
          <Options options={places.countries} />
        </optgroup>
        <optgroup label={t('place.regions')}>
          <Options options={places.regions} />
        </optgroup>
      </SelectField>
      <SelectField
        label={t('mandate.instrument')}
        {...text('instrument', facts?.instrument)}
        options={instruments.map((value) => ({ value, label: t(`instrument.${value}`) }))}
        placeholder={t('mandate.chooseInstrument')}
        isRequired
      />
      <SelectField
        label={t('mandate.role')}
        hint={t('mandate.roleHint')}
        {...text('role', facts?.role)}
        options={mandateRoles.map((role) => ({ value: String(role), label: t(`role.${role}`) }))}
        placeholder={t('mandate.chooseRole')}
        isRequired
      />
      <TextArea
        label={t('mandate.approach')}
        hint={t('mandate.approachHint')}
        {...text('approach', facts?.approach)}
        isRequired={false}
      />
      <ValidityFields state={state} facts={facts} />
      <TextField
        label={t('mandate.evidenceUrl')}
        hint={t('mandate.evidenceHint')}
        type="url"
        placeholder="https://"
        {...text('evidenceUrl', facts?.evidenceUrl)}
        isRequired={false}
      />
      <TextField
        label={t('mandate.lastReviewedOn')}
        type="date"
        {...text('lastReviewedOn', facts?.lastReviewedOn)}
        isRequired={false}
      />
    </>
  );
}

function Options({ options }: { options: readonly SelectOption[] }) {
  return options.map(({ value, label }) => (
    <option key={value} value={value}>
      {label}
    </option>
  ));
}
