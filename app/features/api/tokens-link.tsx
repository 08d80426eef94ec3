import { useTranslation } from 'react-i18next';
import { LinkButton, Section } from '#app/ui';

/** From one's account to one's tokens. */
export function TokensLink() {
  const { t } = useTranslation('api');
  return (
    <Section title={t('tokens.title')} lead={t('tokens.lead')}>
      <LinkButton to="/account/tokens">{t('tokens.open')}</LinkButton>
    </Section>
  );
}
