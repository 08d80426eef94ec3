import { Form, useLocation, useRouteLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import type { loader as rootLoader } from '#app/root';
import { languages } from '#domain/languages';

/** Each language under its own name; the page comes back in the one chosen. Works without JavaScript. */
export function LanguageSwitcher() {
  const { t } = useTranslation('common');
  const { pathname, search } = useLocation();
  const current = useRouteLoaderData<typeof rootLoader>('root')?.language;
  return (
    <Form method="post" action="/language" reloadDocument>
      <input type="hidden" name="next" value={`${pathname}${search}`} />
      <fieldset className="flex flex-wrap items-center gap-1">
        <legend className="sr-only">{t('language.label')}</legend>
        {languages.map((language) => (
          <button
            key={language}
            type="submit"
            name="language"
            value={language}
            lang={language}
            aria-pressed={language === current}
            className="min-h-(--control-height) rounded-md px-2 text-sm text-muted hover:text-ink aria-pressed:font-semibold aria-pressed:text-accent"
          >
            {t(`language.${language}`)}
          </button>
        ))}
      </fieldset>
    </Form>
  );
}
