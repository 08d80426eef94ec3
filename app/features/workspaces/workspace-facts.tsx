import { useTranslation } from 'react-i18next';
import { useFormat } from '#app/i18n/format';
import type { Language } from '#domain/languages';

/** The settings for those who read them only. */
export function WorkspaceFacts({
  workspace,
  country,
}: {
  workspace: { name: string; currency: string; languages: readonly Language[] };
  /** In words, or null for a region or network. */
  country: string | null;
}) {
  const { t } = useTranslation('workspaces');
  const { list } = useFormat();
  const facts = [
    ['name', workspace.name],
    ['country', country ?? t('settings.noCountry')],
    ['currency', workspace.currency],
    ['languages', list(workspace.languages.map((language) => t(`common:language.${language}`)))],
  ] as const;
  return (
    <dl className="grid max-w-reading gap-x-6 gap-y-2 sm:grid-cols-[10rem_1fr]">
      {facts.map(([key, value]) => (
        <div key={key} className="contents">
          <dt className="text-muted">{t(`settings.${key}`)}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
