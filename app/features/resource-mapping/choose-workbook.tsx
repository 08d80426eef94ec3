import { Form } from '@remix-run/react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { RefusalData } from '#app/http/guard';
import { EmptyState, LinkButton, Section, SelectField, SubmitButton } from '#app/ui';
import { MappingRefusal } from './mapping-refusal';

/** Downloading the workbook and bringing it back. */
export function ChooseWorkbook({
  downloadTo,
  partnersTo,
  partners,
  refusal,
}: {
  downloadTo: string;
  partnersTo: string;
  partners: { id: string; name: string }[];
  refusal: RefusalData | null;
}) {
  const { t } = useTranslation('mapping');
  if (partners.length === 0) {
    return (
      <EmptyState
        level={2}
        title={t('nothing.title')}
        body={t('nothing.body')}
        action={<LinkButton to={partnersTo}>{t('registry:section.partners')}</LinkButton>}
      />
    );
  }
  return (
    <>
      <MappingRefusal refusal={refusal} />
      <Section title={t('download.title')} lead={t('download.lead')}>
        <form method="get" action={downloadTo} className="form">
          {partners.length > 1 && (
            <SelectField
              label={t('download.partner')}
              name="partner"
              placeholder={t('download.all')}
              options={partners.map(({ id, name }) => ({ value: id, label: name }))}
            />
          )}
          <div className="form-actions">
            <button type="submit" className="button button-secondary">
              {t('download.submit')}
            </button>
          </div>
        </form>
      </Section>
      <Section title={t('upload.title')} lead={t('upload.lead')}>
        <Form method="post" encType="multipart/form-data" className="form">
          <FileField />
          <div className="form-actions">
            <SubmitButton>{t('upload.submit')}</SubmitButton>
          </div>
        </Form>
      </Section>
    </>
  );
}

function FileField() {
  const { t } = useTranslation('mapping');
  const id = useId();
  return (
    <div className="field min-w-0">
      <label htmlFor={id} className="field-label">
        {t('upload.file')}
      </label>
      <p id={`${id}-hint`} className="field-hint">
        {t('upload.hint')}
      </p>
      <input
        id={id}
        type="file"
        name="file"
        accept=".xlsx"
        required
        aria-describedby={`${id}-hint`}
        className="w-full min-w-0"
      />
    </div>
  );
}
