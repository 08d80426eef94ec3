import { Form, useNavigation } from '@remix-run/react';
import { type FormEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RefusalData } from '#app/http/guard';
import { useFormat } from '#app/i18n/format';
import { Notice, ProgressBar, Refusal, SubmitButton } from '#app/ui';

/** One file; what is too large is said before a slow line has carried it. */
export function UploadForm({ refusal, limitBytes }: { refusal: RefusalData | null; limitBytes: number }) {
  const { t } = useTranslation('iati');
  const { number } = useFormat();
  const id = useId();
  const isSending = useNavigation().formMethod === 'POST';
  const [isTooLarge, setTooLarge] = useState(false);
  const limit = number(Math.floor(limitBytes / 2 ** 20));

  function checkSize(event: FormEvent<HTMLFormElement>): void {
    const file = new FormData(event.currentTarget).get('file');
    const isOver = file instanceof File && file.size > limitBytes;
    setTooLarge(isOver);
    if (isOver) event.preventDefault();
  }

  return (
    <Form method="post" encType="multipart/form-data" className="form iati-upload" onSubmit={checkSize}>
      {(isTooLarge || refusal?.code === 'too_large') && (
        <Notice tone="critical" role="alert" title={t('upload.refused')}>
          <p>{t('upload.tooLarge', { limit })}</p>
        </Notice>
      )}
      {refusal && refusal.code !== 'too_large' && <Refusal refusal={refusal} />}
      <div className="field">
        <label htmlFor={id} className="field-label">
          {t('upload.file')}
        </label>
        <input
          id={id}
          type="file"
          name="file"
          accept=".xml,text/xml,application/xml"
          required
          aria-describedby={`${id}-hint`}
          className="iati-file"
        />
        <p id={`${id}-hint`} className="field-hint">
          {t('upload.hint', { limit })}
        </p>
      </div>
      <div>
        <SubmitButton>{t('upload.send')}</SubmitButton>
      </div>
      {isSending && <ProgressBar label={t('upload.sending')} />}
    </Form>
  );
}
