import { Form } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Section, SubmitButton, TextField } from '#app/ui';

/** The way in for a file of rates; nothing changes before it has been looked at. */
export function RatesUpload() {
  const { t } = useTranslation('rates');
  return (
    <Section title={t('upload.title')} lead={t('upload.lead')}>
      <Form method="post" encType="multipart/form-data" className="form">
        <TextField label={t('upload.file')} type="file" name="file" accept=".csv,text/csv" isRequired />
        <div className="form-actions">
          <SubmitButton name="intent" value="upload">
            {t('upload.submit')}
          </SubmitButton>
        </div>
      </Form>
    </Section>
  );
}
