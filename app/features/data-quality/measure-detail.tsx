import { Form, Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { useFormAnswer } from '#app/features/accounts';
import type { FormAnswer } from '#app/http/form.server';
import { useFormat } from '#app/i18n/format';
import { EmptyState, Pagination, Refusal, Section, SubmitButton, TextArea } from '#app/ui';
import type { QualityMeasure } from '#domain/data-quality/measures';
import type { Page } from '#domain/lists/page';
import type { FailingRecord, MeasuredQuality } from '#server/features/data-quality';

/** One measure: the records that its number stands for, what the partner said, and where it says more. */
export function MeasureDetail({
  slug,
  measure,
  answers,
  failing,
  pageSize,
  mayAnswer,
  answer,
}: {
  slug: string;
  measure: QualityMeasure;
  answers: MeasuredQuality['answers'];
  failing: Page<FailingRecord>;
  pageSize: number;
  mayAnswer: boolean;
  answer: FormAnswer | undefined;
}) {
  const { t } = useTranslation('quality');
  return (
    <>
      <p className="mb-3">
        <Link to=".">{t('all')}</Link>
      </p>
      <Section title={t(`measure.${measure}`)} lead={t(`meaning.${measure}`)}>
        {failing.total === 0 ? (
          <EmptyState title={t('nothing')} body={t('nothingBody')} />
        ) : (
          <ul className="divide-y divide-line">
            {failing.rows.map(({ id, title, identifier }) => (
              <li key={id} className="py-2">
                <Link to={`/w/${slug}/commitments/${id}`}>{title || identifier || t('untitled')}</Link>
                {identifier && <span className="block text-sm text-muted break-words">{identifier}</span>}
              </li>
            ))}
          </ul>
        )}
        <Pagination page={failing.page} pageSize={pageSize} total={failing.total} />
      </Section>
      <Answers answers={answers} mayAnswer={mayAnswer} answer={answer} />
    </>
  );
}

function Answers({
  answers,
  mayAnswer,
  answer,
}: {
  answers: MeasuredQuality['answers'];
  mayAnswer: boolean;
  answer: FormAnswer | undefined;
}) {
  const { t } = useTranslation('quality');
  const { dateTime } = useFormat();
  const { form, field, refusal } = useFormAnswer('quality', answer, 'quality');
  return (
    <Section title={t('answers')} lead={t('answersLead')}>
      {answers.length === 0 && !mayAnswer && <EmptyState title={t('noAnswer')} body={t('noAnswerBody')} />}
      <ol className="mb-4 grid max-w-reading gap-3">
        {answers.map(({ text, person, at }) => (
          <li key={at}>
            <p className="whitespace-pre-line">{text}</p>
            <p className="text-sm text-muted">{t('answeredBy', { person, at: dateTime(at) })}</p>
          </li>
        ))}
      </ol>
      {mayAnswer && (
        <Form key={answers.length} method="post" {...form} className="form">
          <Refusal refusal={refusal} />
          <TextArea
            label={t('yourAnswer')}
            hint={t('yourAnswerHint')}
            rows={3}
            {...field('text')}
            isRequired
          />
          <div className="form-actions">
            <SubmitButton>{t('send')}</SubmitButton>
          </div>
        </Form>
      )}
    </Section>
  );
}
