import { useTranslation } from 'react-i18next';
import { TextArea, TextField } from '#app/ui';
import type { FactsOf } from '#domain/partners/facts';
import { instruments, modalities } from '#domain/partners/kinds';
import { ChoiceList } from './choice-list';
import type { PartFormState } from './use-part-form';

export function ProfileFields({
  state: { text, list, errorOf },
  facts,
}: {
  state: PartFormState;
  facts: FactsOf<'profile'> | null;
}) {
  const { t } = useTranslation('partners');
  return (
    <>
      <TextArea
        label={t('profile.about')}
        hint={t('profile.aboutHint')}
        rows={5}
        {...text('about', facts?.about)}
        isRequired={false}
      />
      <ChoiceList
        label={t('profile.instruments')}
        name="instruments"
        options={instruments.map((value) => ({ value, label: t(`instrument.${value}`) }))}
        chosen={list('instruments', facts?.instruments)}
      />
      <ChoiceList
        label={t('profile.modalities')}
        name="modalities"
        options={modalities.map((value) => ({ value, label: t(`modality.${value}`) }))}
        chosen={list('modalities', facts?.modalities)}
      />
      <TextField
        label={t('profile.website')}
        type="url"
        placeholder="https://"
        {...text('website', facts?.website)}
        isRequired={false}
      />
      <TextArea
        label={t('profile.aliases')}
        hint={t('profile.aliasesHint')}
        rows={3}
        name="aliases"
        id="save-aliases"
        defaultValue={list('aliases', facts?.aliases).join('\n')}
        error={errorOf('aliases')}
        isRequired={false}
      />
    </>
  );
}
