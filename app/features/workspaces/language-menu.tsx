import { Form, useLocation } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Icon, Menu, MenuButton } from '#app/ui';
import { languages } from '#domain/languages';

/** The language, small enough for the top bar; each under its own name. */
export function LanguageMenu() {
  const { t, i18n } = useTranslation('common');
  const { pathname, search } = useLocation();
  const current = t(`language.${i18n.language}`);
  return (
    <Menu
      label={t('workspaces:shell.language', { language: current })}
      trigger={
        <>
          <Icon name="language" />
          <span className="hidden uppercase sm:inline">{i18n.language}</span>
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
            isCurrent={language === i18n.language}
          >
            {t(`language.${language}`)}
          </MenuButton>
        ))}
      </Form>
    </Menu>
  );
}
