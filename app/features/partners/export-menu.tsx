import { useSearchParams } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Icon, Menu, MenuLink } from '#app/ui';

/** Takes the list along as it is filtered. */
export function ExportMenu({ to }: { to: string }) {
  const { t } = useTranslation('partners');
  const [params] = useSearchParams();
  const address = (as: string) => {
    const query = new URLSearchParams(params);
    query.set('as', as);
    return `${to}?${query}`;
  };
  return (
    <Menu
      trigger={
        <>
          <Icon name="download" />
          {t('export.button')}
        </>
      }
      triggerClassName="button button-quiet"
    >
      <MenuLink to={address('xlsx')} reloadDocument>
        {t('export.xlsx')}
      </MenuLink>
      <MenuLink to={address('csv')} reloadDocument>
        {t('export.csv')}
      </MenuLink>
    </Menu>
  );
}
