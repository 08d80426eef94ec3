import { useTranslation } from 'react-i18next';
import { useI18n } from '#app/i18n/use-i18n';
import { Icon, Menu, MenuHeading, MenuLink } from '#app/ui';
import { languages } from '#domain/languages';
import type { DialogueView } from '#server/features/dialogues';

/** The report as a file, in the languages of the product; the reader's own comes first. */
export function ReportMenu({ address, view }: { address: string; view: DialogueView }) {
  const { t } = useTranslation('minutes');
  const { language: own } = useI18n();
  if (!view.startedAt) return null;
  const offered = [...languages].sort((a, b) => Number(b === own) - Number(a === own));
  return (
    <Menu
      trigger={
        <>
          <Icon name="download" />
          {t('report.button')}
        </>
      }
      triggerClassName="button button-secondary button-small"
    >
      <MenuHeading>{t('report.lead')}</MenuHeading>
      {offered.flatMap((language) =>
        (['docx', 'pdf'] as const).map((as) => (
          <MenuLink
            key={`${language} ${as}`}
            to={`${address}/report?as=${as}&language=${language}`}
            reloadDocument
          >
            {t(`report.${as}`, { language: t(`common:language.${language}`) })}
          </MenuLink>
        )),
      )}
      <MenuLink to={`${address}/report?as=json`} reloadDocument>
        {t('report.json')}
      </MenuLink>
    </Menu>
  );
}
