import { useTranslation } from 'react-i18next';
import type { useFormAnswer } from '#app/features/accounts';
import { SelectField } from '#app/ui';
import type { Fraction, QuorumRule } from '#domain/dialogues/quorum';
import { shares } from './shares';

type Field = ReturnType<typeof useFormAnswer>['field'];

/** A share to choose, of which one is known already. */
export function ShareField({
  label,
  known,
  none,
  ...wired
}: { label: string; known?: Fraction; none?: string } & Omit<ReturnType<Field>, 'error'>) {
  const { t } = useTranslation('dialogues');
  const usual = known ? `${known.numerator}/${known.denominator}` : none && 'none';
  return (
    <SelectField
      label={label}
      {...wired}
      defaultValue={wired.defaultValue ?? usual}
      options={[
        ...(none ? [{ value: 'none', label: none }] : []),
        ...shares.map((value) => ({ value, label: t(`share.${value.replace('/', 'of')}`) })),
      ]}
    />
  );
}

/** Of what shares are counted. */
export function ByField({
  label,
  known,
  ...wired
}: { label: string; known?: QuorumRule['by'] } & Omit<ReturnType<Field>, 'error'>) {
  const { t } = useTranslation('dialogues');
  return (
    <SelectField
      label={label}
      {...wired}
      defaultValue={wired.defaultValue ?? known}
      options={(['institution', 'group'] as const).map((value) => ({ value, label: t(`by.${value}`) }))}
    />
  );
}

/** A quorum: which share must be there, of institutions or of groups. What was entered goes before what is known. */
export function QuorumFields({ quorum, field }: { quorum?: QuorumRule | null; field: Field }) {
  const { t } = useTranslation('dialogues');
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <ShareField
        label={t('form.quorum')}
        known={quorum?.atLeast}
        none={t('form.noQuorum')}
        {...field('quorumShare')}
      />
      <ByField label={t('form.quorumBy')} known={quorum?.by} {...field('quorumBy')} />
    </div>
  );
}
