import { Form, useRouteLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import type { loader as rootLoader } from '#app/root';
import { Icon, Menu, MenuButton, MenuHeading, MenuLink, MenuSeparator } from '#app/ui';

/** The signed-in person in the top bar: their account, the administration if it is theirs, and the way out. */
export function PersonMenu() {
  const { t } = useTranslation('accounts');
  const account = useRouteLoaderData<typeof rootLoader>('root')?.account;
  if (!account) return null;
  return (
    <Menu
      label={t('menu.label', { name: account.name })}
      trigger={
        <>
          <Icon name="person" />
          <span className="menu-trigger-extra max-w-48 truncate">{account.name}</span>
        </>
      }
    >
      <MenuHeading>
        {account.name}
        <span className="block font-normal text-muted">{account.email}</span>
      </MenuHeading>
      <MenuLink to="/account">{t('menu.account')}</MenuLink>
      {account.isAdministrator && <MenuLink to="/admin">{t('menu.administration')}</MenuLink>}
      <MenuSeparator />
      <Form method="post" action="/sign-out">
        <MenuButton type="submit" icon="signOut">
          {t('account.signOut')}
        </MenuButton>
      </Form>
    </Menu>
  );
}
