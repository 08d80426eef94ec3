import { useTranslation } from 'react-i18next';
import type { SelectOption } from '#app/ui';
import { cycleKinds } from '#domain/funding-cycles/kinds';
import { cyclePhases } from '#domain/funding-cycles/phase';

/** The filters that lists and timeline share, for their toolbars. */
export function useCycleFilters({ partners }: { partners: readonly SelectOption[] }) {
  const { t } = useTranslation('cycles');
  return {
    partner: { name: 'partner', label: t('list.partner'), any: t('list.anyPartner'), options: partners },
    kind: {
      name: 'kind',
      label: t('list.kind'),
      any: t('list.anyKind'),
      options: cycleKinds.map((value) => ({ value, label: t(`kind.${value}`) })),
    },
    phase: {
      name: 'phase',
      label: t('list.phase'),
      any: t('list.anyPhase'),
      options: cyclePhases.map((value) => ({ value, label: t(`phase.${value}`) })),
    },
    view: {
      name: 'by',
      label: t('list.view'),
      any: t('list.calendarYears'),
      options: [{ value: 'fiscal', label: t('list.fiscalYears') }],
    },
  };
}
