import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useI18n } from '#app/i18n/use-i18n';
import { Icon, Menu, MenuButton, MenuHeading, MenuLink, MenuSeparator, RadioField } from '#app/ui';
import { confidentialities } from '#domain/dialogues/kinds';
import { type Language, languages } from '#domain/languages';
import type { DialogueView } from '#server/features/dialogues';

/** The report as a file, in the languages of the product; convenors choose for whom, since they hand it on. */
export function ReportMenu({ address, view }: { address: string; view: DialogueView }) {
  const { t } = useTranslation('minutes');
  if (!view.startedAt) return null;
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
      {view.mayRun ? <CopyForm address={address} /> : <OwnCopy address={address} />}
    </Menu>
  );
}

function OwnCopy({ address }: { address: string }): ReactNode {
  const { t } = useTranslation('minutes');
  return (
    <>
      <MenuHeading>{t('report.lead')}</MenuHeading>
      {useOwnFirst().flatMap((language) =>
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
    </>
  );
}

/** A form that the browser sends by itself: what was chosen holds without a script too. */
function CopyForm({ address }: { address: string }): ReactNode {
  const { t } = useTranslation('minutes');
  const offered = useOwnFirst();
  return (
    <form method="get" action={`${address}/report`}>
      <div className="grid gap-3 px-2.5 py-1.5">
        <RadioField
          name="audience"
          label={t('report.forWhom')}
          defaultValue="convenor"
          options={[...confidentialities].reverse().map((value) => ({
            value,
            label: t(`report.to.${value}`),
            hint: t(`report.hint.${value}`),
          }))}
        />
        <RadioField
          name="language"
          label={t('report.language')}
          defaultValue={offered[0]}
          options={offered.map((value) => ({ value, label: t(`common:language.${value}`) }))}
        />
      </div>
      <MenuSeparator />
      <MenuButton type="submit" name="as" value="docx">
        {t('report.file.docx')}
      </MenuButton>
      <MenuButton type="submit" name="as" value="pdf">
        {t('report.file.pdf')}
      </MenuButton>
      <MenuButton type="submit" name="as" value="json">
        {t('report.json')}
      </MenuButton>
    </form>
  );
}

/** The languages of the product, the reader's own first. */
function useOwnFirst(): Language[] {
  const { language: own } = useI18n();
  return [...languages].sort((a, b) => Number(b === own) - Number(a === own));
}
