import { useTranslation } from 'react-i18next';
import { SelectField, type SelectOption, TextField } from '#app/ui';
import type { FactsOf } from '#domain/partners/facts';
import { partnerDocumentKinds } from '#domain/partners/kinds';
import type { PartFormState } from './use-part-form';

export function DocumentFields({
  state: { text },
  facts,
  languages,
}: {
  state: PartFormState;
  facts: FactsOf<'document'> | null;
  languages: readonly SelectOption[];
}) {
  const { t } = useTranslation('partners');
  return (
    <>
      <TextField label={t('document.title')} {...text('title', facts?.title)} isRequired />
      <TextField
        label={t('document.url')}
        type="url"
        placeholder="https://"
        {...text('url', facts?.url)}
        isRequired
      />
      <SelectField
        label={t('document.kind')}
        {...text('kind', facts?.kind)}
        options={partnerDocumentKinds.map((value) => ({ value, label: t(`documentKind.${value}`) }))}
        placeholder={t('document.chooseKind')}
        isRequired
      />
      <SelectField
        label={t('document.language')}
        {...text('language', facts?.language)}
        options={languages}
        placeholder={t('document.noLanguage')}
      />
      <TextField
        label={t('document.publishedOn')}
        type="date"
        {...text('publishedOn', facts?.publishedOn)}
        isRequired={false}
      />
    </>
  );
}
