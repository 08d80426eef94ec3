import { useTranslation } from 'react-i18next';
import { SelectField, type SelectOption, TextField } from '#app/ui';
import { cycleEventStates, datePrecisions } from '#domain/funding-cycles/kinds';

type Filled = (
  name: string,
  otherwise?: string,
) => { id?: string; name: string; defaultValue: string; error?: string };

/** A date, how exactly it is known and how sure it is. */
export function DateFields({ filled }: { filled: Filled }) {
  const { t } = useTranslation('cycles');
  return (
    <>
      <div className="field-row grid gap-3 sm:grid-cols-2">
        <TextField
          label={t('event.date')}
          hint={t('event.dateHint')}
          {...filled('date')}
          type="date"
          isRequired
        />
        <SelectField
          label={t('event.precision')}
          {...filled('precision', 'day')}
          options={datePrecisions.map((value) => ({ value, label: t(`precision.${value}`) }))}
          isRequired
        />
      </div>
      <SelectField
        label={t('event.state')}
        {...filled('state', 'indicative')}
        options={cycleEventStates.map((value) => ({ value, label: t(`state.${value}`) }))}
        isRequired
      />
    </>
  );
}

/** Who says so, and when that was last looked up. */
export function SourceFields({ filled }: { filled: Filled }) {
  const { t } = useTranslation('cycles');
  return (
    <div className="field-row grid gap-3 sm:grid-cols-2">
      <TextField
        label={t('event.source')}
        hint={t('event.sourceHint')}
        {...filled('source')}
        isRequired={false}
      />
      <TextField label={t('event.checkedOn')} {...filled('checkedOn')} type="date" isRequired={false} />
    </div>
  );
}

export function CountryField({
  filled,
  countries,
  placeholder,
  isRequired,
}: {
  filled: Filled;
  countries: readonly SelectOption[];
  placeholder: string;
  isRequired?: boolean;
}) {
  const { t } = useTranslation('cycles');
  return (
    <SelectField
      label={t('event.country')}
      {...filled('country')}
      options={countries}
      placeholder={placeholder}
      isRequired={isRequired}
    />
  );
}
