import { Form } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { ConfirmButton, Section, SubmitButton } from '#app/ui';

/** Archiving asks once; restoring gives back what was there and asks nothing. */
export function ArchivePlan({
  title,
  isArchived,
  canArchive,
}: {
  title: string;
  isArchived: boolean;
  canArchive: boolean;
}) {
  const { t } = useTranslation('managePlans');
  if (!canArchive) {
    return (
      <Section title={t('settings.archive')}>
        <p className="text-muted">{t('settings.onlyConvenor')}</p>
      </Section>
    );
  }
  if (isArchived) {
    return (
      <Section title={t('settings.restore')} lead={t('settings.restoreBody')}>
        <Form method="post">
          <SubmitButton name="intent" value="restore">
            {t('settings.restoreButton')}
          </SubmitButton>
        </Form>
      </Section>
    );
  }
  return (
    <Section title={t('settings.archive')} lead={t('settings.archiveBody')}>
      <ConfirmButton
        label={t('settings.archiveButton')}
        title={t('settings.archiveQuestion', { title })}
        confirmLabel={t('settings.archiveButton')}
        fields={{ intent: 'archive' }}
        button={{ variant: 'danger' }}
      >
        <p>{t('settings.archiveBody')}</p>
      </ConfirmButton>
    </Section>
  );
}
