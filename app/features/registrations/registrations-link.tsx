import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Section } from '#app/ui';
import type { DialogueView } from '#server/features/dialogues';

/** From the public page of a training or webinar to who registers on it. */
export function RegistrationsLink({ slug, view }: { slug: string; view: DialogueView }) {
  const { t } = useTranslation('meetings');
  return (
    <Section title={t('rules.title')}>
      <p>
        <Link to={`/w/${slug}/dialogues/${view.id}/registrations`}>{t('rules.link')}</Link>
      </p>
    </Section>
  );
}
