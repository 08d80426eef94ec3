import { Form, useLocation, useRouteLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import type { loader as rootLoader } from '#app/root';
import { Icon, Menu, MenuButton } from '#app/ui';
import { languages } from '#domain/languages';

/** The language in the top bar; the page comes back in the one chosen. */
export function LanguageMenu() {
  const { t, i18n } = useTranslation('accounts');
  const { pathname, search } = useLocation();
  const current = useRouteLoaderData<typeof rootLoader>('root')?.language;
  return (
    <Menu
      label={t('menu.language', { language: t(`language.${i18n.language}`) })}
      trigger={
        <>
          <Icon name="language" />
          <span aria-hidden="true" className="uppercase">
            {i18n.language}
          </span>
        </>
      }
    >
      <Form method="post" action="/language" reloadDocument>
        <input type="hidden" name="next" value={`${pathname}${search}`} />
        {languages.map((language) => (
          <MenuButton
            key={language}
            type="submit"
            name="language"
            value={language}
            lang={language}
            isCurrent={language === current}
          >
            {t(`language.${language}`)}
          </MenuButton>
        ))}
      </Form>
    </Menu>
  );
}
