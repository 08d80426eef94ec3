import { useTranslation } from 'react-i18next';
import { LinkButton, Section } from '#app/ui';

/** From one's account to one's tokens. */
export function TokensLink() {
  const { t } = useTranslation('accounts');
  return (
    <Section title={t('account.programs')} lead={t('account.programsLead')}>
      <LinkButton to="/account/tokens">{t('account.programsOpen')}</LinkButton>
    </Section>
  );
}
