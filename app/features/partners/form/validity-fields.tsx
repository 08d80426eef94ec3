import { useTranslation } from 'react-i18next';
import { TextField } from '#app/ui';
import type { PartFormState } from './use-part-form';

/** From when to when; either side may stay open. */
export function ValidityFields({
  state: { text },
  facts,
}: {
  state: PartFormState;
  facts: { validFrom: string | null; validTo: string | null } | null;
}) {
  const { t } = useTranslation('partners');
  return (
    <div className="grid gap-x-4 gap-y-5 sm:grid-cols-2">
      <TextField
        label={t('mandate.validFrom')}
        type="date"
        {...text('validFrom', facts?.validFrom)}
        isRequired={false}
      />
      <TextField
        label={t('mandate.validTo')}
        type="date"
        {...text('validTo', facts?.validTo)}
        isRequired={false}
      />
    </div>
  );
}
