import { useTranslation } from 'react-i18next';
import { Icon, Menu, MenuHeading, MenuLink } from '#app/ui';

/** Takes the whole plan along, as a matrix that the import reads back. */
export function ExportMenu({ address }: { address: string }) {
  const { t } = useTranslation('openPlan');
  return (
    <Menu
      trigger={
        <>
          <Icon name="download" />
          <span className="export-label">{t('export.button')}</span>
        </>
      }
      triggerClassName="button button-quiet button-small"
    >
      <MenuHeading>{t('export.lead')}</MenuHeading>
      <MenuLink to={`${address}/export?as=xlsx`} reloadDocument>
        {t('export.xlsx')}
      </MenuLink>
      <MenuLink to={`${address}/export?as=csv`} reloadDocument>
        {t('export.csv')}
      </MenuLink>
    </Menu>
  );
}
