import { useTranslation } from 'react-i18next';
import { CheckboxField, SelectField, type SelectOption, TextField } from '#app/ui';
import { type Language, languages } from '#domain/languages';

interface WiredField {
  id?: string;
  name: string;
  defaultValue?: string;
  error?: string;
}

/** Name, country, currency and languages: the same when a workspace is opened and when it is changed. */
export function WorkspaceFields({
  field,
  facts,
  countries,
  currencies,
}: {
  field: (name: string) => WiredField;
  facts?: { name: string; country: string | null; currency: string; languages: readonly Language[] };
  countries: readonly SelectOption[];
  currencies: readonly SelectOption[];
}) {
  const { t } = useTranslation('workspaces');
  const filled = (name: string, known: string | null | undefined) => {
    const wired = field(name);
    return { ...wired, defaultValue: wired.defaultValue ?? known ?? '' };
  };
  const languagesError = field('languages').error;
  return (
    <>
      <TextField label={t('settings.name')} {...filled('name', facts?.name)} isRequired />
      <SelectField
        label={t('settings.country')}
        {...filled('country', facts?.country)}
        options={countries}
        placeholder={t('settings.noCountry')}
      />
      <SelectField
        label={t('settings.currency')}
        hint={t('settings.currencyHint')}
        {...filled('currency', facts?.currency)}
        options={currencies}
        placeholder={t('settings.chooseCurrency')}
        isRequired
      />
      <fieldset className="field">
        <legend className="field-label">{t('settings.languages')}</legend>
        {languages.map((language) => (
          <CheckboxField
            key={language}
            label={t(`common:language.${language}`)}
            name="languages"
            value={language}
            defaultChecked={facts?.languages.includes(language) ?? false}
          />
        ))}
        {languagesError && <p className="field-error">{languagesError}</p>}
      </fieldset>
    </>
  );
}
