import { useTranslation } from 'react-i18next';
import { SelectField } from '#app/ui';
import type { QuorumRule } from '#domain/dialogues/quorum';
import { shares } from './shares';

/** A quorum: which share must be there, of institutions or of groups. */
export function QuorumFields({ quorum }: { quorum?: QuorumRule | null }) {
  const { t } = useTranslation('dialogues');
  const known = quorum ? `${quorum.atLeast.numerator}/${quorum.atLeast.denominator}` : 'none';
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <SelectField
        label={t('form.quorum')}
        name="quorumShare"
        defaultValue={known}
        options={[
          { value: 'none', label: t('form.noQuorum') },
          ...shares.map((value) => ({ value, label: t(`share.${value.replace('/', 'of')}`) })),
        ]}
      />
      <SelectField
        label={t('form.quorumBy')}
        name="quorumBy"
        defaultValue={quorum?.by ?? 'institution'}
        options={(['institution', 'group'] as const).map((value) => ({ value, label: t(`by.${value}`) }))}
      />
    </div>
  );
}
