import { Form } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#app/i18n/format';
import { Section, SubmitButton } from '#app/ui';

/** An adjusted date follows its rule again: with the day that the rule says, or none. What it was stays on record. */
export function ReturnToRule({ sequence, ruleDate }: { sequence: number; ruleDate: string | null }) {
  const { t } = useTranslation('cycles');
  const { date } = useFormat();
  return (
    <Section
      title={t('event.returnTitle')}
      lead={ruleDate ? t('event.returnTo', { date: date(ruleDate) }) : t('event.returnToNone')}
    >
      <Form method="post">
        <input type="hidden" name="intent" value="return" />
        <input type="hidden" name="sequence" value={sequence} />
        <SubmitButton variant="secondary">{t('event.return')}</SubmitButton>
      </Form>
    </Section>
  );
}
