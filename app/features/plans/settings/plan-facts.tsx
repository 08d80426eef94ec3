import { useTranslation } from 'react-i18next';
import { useFormat } from '#app/i18n/format';
import { Section } from '#app/ui';
import type { Plan } from '#server/features/plans';

/** What was settled when the plan was made. */
export function PlanFacts({ plan }: { plan: Pick<Plan, 'language' | 'template' | 'createdAt'> }) {
  const { t } = useTranslation('managePlans');
  const { day } = useFormat();
  const facts = [
    { label: t('settings.language'), value: t(`common:language.${plan.language}`) },
    { label: t('settings.template'), value: t(`templateName.${plan.template}`) },
    { label: t('settings.created'), value: day(plan.createdAt) },
  ];
  return (
    <Section title={t('settings.facts')}>
      <dl className="grid gap-x-6 gap-y-1 sm:grid-cols-[max-content_1fr]">
        {facts.map(({ label, value }) => (
          <div key={label} className="contents">
            <dt className="text-muted max-sm:text-sm">{label}</dt>
            <dd className="mb-2 sm:mb-0">{value}</dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}
