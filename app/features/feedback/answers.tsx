import { Form } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { useFormAnswer } from '#app/features/accounts';
import { type ActAnswer, answerOf } from '#app/features/dialogues';
import { makeFormat } from '#app/i18n/make-format';
import { useI18n } from '#app/i18n/use-i18n';
import {
  Disclosure,
  EmptyState,
  InstitutionBadge,
  LinkButton,
  Refusal,
  Section,
  SubmitButton,
  TextArea,
} from '#app/ui';
import { institutionName, institutionShortName } from '#domain/institutions/name';
import type { GivenFeedback, InstitutionFeedback } from '#server/features/feedback';
import { Said } from './said';

type Answered = InstitutionFeedback & { given: GivenFeedback };

/** For convenors: what each institution said, with the forms to reply, and who has not answered. */
export function FeedbackAnswers({
  answers,
  exportTo,
  timeZone,
  answer,
}: {
  answers: readonly InstitutionFeedback[];
  exportTo: string;
  timeZone: string;
  answer: ActAnswer;
}) {
  const { t } = useTranslation('feedback');
  const { language } = useI18n();
  const answered = answers.filter((one): one is Answered => one.given !== null);
  const silent = answers.filter(({ given }) => !given);
  return (
    <Section
      title={t('list.title')}
      lead={t('list.lead')}
      actions={
        <LinkButton to={exportTo} reloadDocument download variant="quiet" icon="download">
          {t('list.export')}
        </LinkButton>
      }
    >
      {answers.length === 0 && <EmptyState title={t('list.nobody')} body={t('list.nobodyBody')} />}
      {answers.length > 0 && answered.length === 0 && (
        <EmptyState title={t('list.none')} body={t('list.noneBody')} />
      )}
      <ul className="grid divide-y divide-line">
        {answered.map(({ institution, given }) => (
          <li key={institution.id} className="grid gap-2 py-4">
            <p>
              <InstitutionBadge
                kind={institution.kind}
                acronym={institution.acronym}
                name={institutionName(institution.names, language)}
                isFull
              />
            </p>
            <Said given={given} timeZone={timeZone} />
            {given.replyState !== 'none' && <Reply one={{ institution, given }} answer={answer} />}
          </li>
        ))}
      </ul>
      {silent.length > 0 && (
        <p className="mt-4 max-w-reading text-muted">
          {t('list.silent', {
            institutions: makeFormat(language).list(
              silent.map(({ institution }) => institutionShortName(institution, language)),
            ),
          })}
        </p>
      )}
    </Section>
  );
}

function Reply({ one, answer }: { one: Answered; answer: ActAnswer }) {
  const { t } = useTranslation('feedback');
  const { language } = useI18n();
  const { institution, given } = one;
  const form = <ReplyForm key={given.repliedAt ?? ''} one={one} answer={answer} />;
  if (given.replyState !== 'given') return form;
  return (
    <Disclosure
      title={
        <>
          {t('reply.again')} <span className="sr-only">{institutionShortName(institution, language)}</span>
        </>
      }
      isOpen={answerOf(answer, intentOf(one)) !== undefined}
    >
      {form}
    </Disclosure>
  );
}

function intentOf({ institution }: InstitutionFeedback): string {
  return `reply-${institution.id}`;
}

function ReplyForm({ one, answer }: { one: Answered; answer: ActAnswer }) {
  const { t } = useTranslation('feedback');
  const { language } = useI18n();
  const { institution, given } = one;
  const intent = intentOf(one);
  const { form, field, refusal } = useFormAnswer(intent, answerOf(answer, intent), 'feedback');
  const text = field('reply');
  return (
    <Form method="post" preventScrollReset {...form} className="form">
      <Refusal refusal={refusal} />
      <input type="hidden" name="act" value="reply" />
      <input type="hidden" name="intent" value={intent} />
      <input type="hidden" name="institutionId" value={institution.id} />
      <input type="hidden" name="seenAt" value={given.givenAt} />
      <TextArea
        label={t('reply.label')}
        hint={t('reply.hint')}
        rows={2}
        {...text}
        defaultValue={text.defaultValue ?? given.reply}
        isRequired
      />
      <div className="form-actions">
        <SubmitButton variant="secondary" name="send" value={intent}>
          {t('reply.to', { institution: institutionShortName(institution, language) })}
        </SubmitButton>
      </div>
    </Form>
  );
}
