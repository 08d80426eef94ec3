import { useTranslation } from 'react-i18next';
import { useKindFilter } from '#app/features/institutions';
import type { SelectOption } from '#app/ui';
import { instruments, mandateRoles } from '#domain/partners/kinds';
import { themes } from '#domain/themes';

/** The filters that lists of partners and of mandates share, for their toolbars. */
export function useMandateFilters(countries: readonly SelectOption[]) {
  const { t } = useTranslation('partners');
  const kind = useKindFilter();
  const options = (values: readonly (string | number)[], key: string) =>
    values.map((value) => ({ value: String(value), label: t(`${key}.${value}`) }));
  const theme = {
    name: 'theme',
    label: t('mandate.theme'),
    any: t('filter.anyTheme'),
    options: options(themes, 'plans:theme'),
  };
  const others = [
    { name: 'country', label: t('filter.country'), any: t('filter.anyCountry'), options: countries },
    {
      name: 'instrument',
      label: t('mandate.instrument'),
      any: t('filter.anyInstrument'),
      options: options(instruments, 'instrument'),
    },
    {
      name: 'role',
      label: t('mandate.role'),
      any: t('filter.anyRole'),
      options: options(mandateRoles, 'role'),
    },
  ];
  return { kind, theme, others };
}
