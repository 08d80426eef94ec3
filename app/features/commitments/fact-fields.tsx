import { useTranslation } from 'react-i18next';
import { CheckboxField, SelectField, type SelectOption, TextField } from '#app/ui';
import { certainties, factKinds } from '#domain/commitments/kinds';
import { instruments } from '#domain/partners/kinds';
import { fieldOfFact } from './fact-rows';

interface Wired {
  id: string | undefined;
  name: string;
  error: string | undefined;
}

/** One fact; left empty, there is none. Amount, currency and date are needed as soon as it is of a kind. */
export function FactFields({
  index,
  currencies,
  filled,
  checked,
}: {
  index: number;
  currencies: readonly SelectOption[];
  filled: (name: string) => Wired & { defaultValue: string };
  checked: (name: string) => Wired & { defaultChecked: boolean };
}) {
  const { t } = useTranslation('commitments');
  return (
    <fieldset className="card grid gap-4 sm:grid-cols-3">
      <legend className="field-label">{t('form.fact', { number: index + 1 })}</legend>
      <SelectField
        label={t('filter.kind')}
        placeholder={t('form.noFact')}
        options={factKinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
        {...filled(fieldOfFact('kind', index))}
      />
      <TextField label={t('form.amount')} inputMode="decimal" {...filled(fieldOfFact('amount', index))} />
      <SelectField
        label={t('form.currency')}
        placeholder={t('form.chooseCurrency')}
        options={currencies}
        {...filled(fieldOfFact('currency', index))}
      />
      <TextField label={t('form.start')} type="date" {...filled(fieldOfFact('start', index))} />
      <TextField
        label={t('form.end')}
        type="date"
        {...filled(fieldOfFact('end', index))}
        isRequired={false}
      />
      <TextField
        label={t('form.valueDate')}
        type="date"
        {...filled(fieldOfFact('valueDate', index))}
        isRequired={false}
      />
      <SelectField
        label={t('form.certainty')}
        placeholder={t('form.unknown')}
        options={certainties.map((value) => ({ value, label: t(`certainty.${value}`) }))}
        {...filled(fieldOfFact('certainty', index))}
      />
      <SelectField
        label={t('form.instrument')}
        placeholder={t('form.asActivity')}
        options={instruments.map((value) => ({ value, label: t(`instrument.${value}`) }))}
        {...filled(fieldOfFact('instrument', index))}
      />
      <TextField label={t('form.provider')} {...filled(fieldOfFact('provider', index))} isRequired={false} />
      <TextField label={t('form.receiver')} {...filled(fieldOfFact('receiver', index))} isRequired={false} />
      <TextField label={t('form.note')} {...filled(fieldOfFact('note', index))} isRequired={false} />
      <CheckboxField label={t('form.revised')} {...checked(fieldOfFact('revised', index))} />
    </fieldset>
  );
}
