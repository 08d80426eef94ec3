import { useTranslation } from 'react-i18next';
import { institutionKinds } from '#domain/institutions/kinds';

/** The filter by kind, for the toolbar of a list. */
export function useKindFilter() {
  const { t } = useTranslation('institutions');
  return {
    name: 'kind',
    label: t('list.kind'),
    any: t('list.anyKind'),
    options: institutionKinds.map((value) => ({ value, label: t(`ui:kind.${value}`) })),
  };
}
