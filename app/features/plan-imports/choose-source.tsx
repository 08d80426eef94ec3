import { Form, useNavigation } from '@remix-run/react';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RefusalData } from '#app/http/guard';
import { Card, LinkButton, ProgressBar, Section, SubmitButton, TextArea } from '#app/ui';
import { tableLimits } from '#domain/plans/matrix';
import { FileDrop } from './file-drop';
import { ImportRefusal } from './import-refusal';

const tooLarge: RefusalData = {
  code: 'too_large',
  details: { reason: 'upload', limit: tableLimits.uploadBytes },
};

/** Where a matrix comes from: a file, or rows copied from a spreadsheet. */
export function ChooseSource({ refusal, exportTo }: { refusal: RefusalData | null; exportTo: string }) {
  const { t } = useTranslation('import');
  const isSending = useNavigation().formMethod === 'POST';
  const [isTooLarge, setTooLarge] = useState(false);

  // Said before a slow line has carried what the server refuses.
  function checkSize(event: FormEvent<HTMLFormElement>): void {
    const file = new FormData(event.currentTarget).get('file');
    const isOver = file instanceof File && file.size > tableLimits.uploadBytes;
    setTooLarge(isOver);
    if (isOver) event.preventDefault();
  }

  return (
    <Section title={t('choose.title')} lead={t('choose.lead')}>
      <ImportRefusal refusal={isTooLarge ? tooLarge : refusal} />
      <div className="import-sources">
        <Card>
          <Form method="post" encType="multipart/form-data" className="form" onSubmit={checkSize}>
            <h3>{t('choose.file')}</h3>
            <FileDrop />
            <div>
              <SubmitButton name="from" value="file">
                {t('choose.readFile')}
              </SubmitButton>
            </div>
          </Form>
        </Card>
        <Card>
          <Form method="post" encType="multipart/form-data" className="form">
            <h3>{t('choose.paste')}</h3>
            <TextArea name="rows" label={t('choose.rows')} hint={t('choose.rowsHint')} rows={6} isRequired />
            <div>
              <SubmitButton name="from" value="paste">
                {t('choose.readRows')}
              </SubmitButton>
            </div>
          </Form>
        </Card>
      </div>
      {isSending && <ProgressBar label={t('choose.reading')} />}
      <div className="import-template">
        <p>{t('choose.template')}</p>
        <LinkButton
          to={`${exportTo}?as=xlsx`}
          reloadDocument
          icon="download"
          size="small"
          variant="secondary"
        >
          {t('choose.export')}
        </LinkButton>
      </div>
    </Section>
  );
}
