import { useTranslation } from 'react-i18next';
import { TabLinks } from '#app/ui';
import { registrySections } from './sections';

/** The parts of the registry, above each of its pages. */
export function RegistryTabs({ slug, mayImport }: { slug: string; mayImport: boolean }) {
  const { t } = useTranslation('registry');
  return (
    <TabLinks
      label={t('parts')}
      items={registrySections
        .filter((section) => section !== 'imports' || mayImport)
        .map((section) => ({
          to: `/w/${slug}/${section}`,
          label: t(`section.${section}`),
        }))}
    />
  );
}
