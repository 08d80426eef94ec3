import { Form } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { useFormAnswer } from '#app/features/accounts';
import {
  type ActAnswer,
  ActButton,
  answerOf,
  DelegateList,
  OnceId,
  usePlaceTime,
  useTaken,
} from '#app/features/dialogues';
import { useI18n } from '#app/i18n/use-i18n';
import { Notice, PageHeader, Refusal, Section, SelectField, SubmitButton, TextField } from '#app/ui';
import { delegateRoles } from '#domain/dialogues/kinds';
import { institutionName } from '#domain/institutions/name';
import type { OpenedLetter } from '#server/features/letters';

/** What the link of a letter opens: the invitation, the institution's answer, and whom it sends. */
export function OwnLetter({
  letter,
  freshId,
  answer,
}: {
  letter: OpenedLetter;
  freshId: string;
  answer: ActAnswer;
}) {
  const { t } = useTranslation('letters');
  const { language } = useI18n();
  const { dialogue, convenor } = letter;
  const institution = institutionName(letter.institution.names, language);
  return (
    <>
      <PageHeader title={dialogue.title} lead={t('own.lead', { institution })} />
      {dialogue.state === 'cancelled' && (
        <div className="mb-4">
          <Notice tone="critical" title={t('dialogues:cancelled.title')}>
            {dialogue.cancelReason && <p className="whitespace-pre-line">{dialogue.cancelReason}</p>}
          </Notice>
        </div>
      )}
      {answer && 'refusal' in answer && !('result' in answer) && <Refusal refusal={answer.refusal} />}
      <Facts letter={letter} />
      {dialogue.state === 'ended' && <p className="mb-4 text-muted">{t('own.over')}</p>}
      {(dialogue.state === 'planned' || dialogue.state === 'running') && (
        <Answer letter={letter} institution={institution} freshId={freshId} answer={answer} />
      )}
      {letter.text && <p className="mb-6 max-w-reading whitespace-pre-line">{letter.text}</p>}
      {dialogue.purpose && (
        <Section title={t('own.purpose')}>
          <p className="max-w-reading whitespace-pre-line">{dialogue.purpose}</p>
        </Section>
      )}
      <Agenda letter={letter} />
      {dialogue.papers.length > 0 && (
        <Section title={t('dialogues:link.title')}>
          <Papers papers={dialogue.papers} />
        </Section>
      )}
      <p className="text-muted">
        {t('own.contact', { name: convenor.name })} <a href={`mailto:${convenor.email}`}>{convenor.email}</a>
      </p>
    </>
  );
}

function Facts({ letter: { dialogue } }: { letter: OpenedLetter }) {
  const { t } = useTranslation('letters');
  const { dateTime, time } = usePlaceTime(dialogue.timeZone);
  return (
    <dl className="mb-6 grid gap-x-6 gap-y-2 sm:grid-cols-[auto_1fr]">
      <dt className="text-muted">{t('own.when')}</dt>
      <dd>
        <time dateTime={dialogue.startsAt}>{dateTime(dialogue.startsAt)}</time>
        {' · '}
        {t('publicPages:until', { time: time(dialogue.endsAtMs) })}
      </dd>
      {(dialogue.place || dialogue.link) && (
        <>
          <dt className="text-muted">{t('own.where')}</dt>
          <dd>
            {dialogue.place} {dialogue.link && <a href={dialogue.link}>{t('dialogues:overview.join')}</a>}
          </dd>
        </>
      )}
    </dl>
  );
}

function Answer({
  letter,
  institution,
  freshId,
  answer,
}: {
  letter: OpenedLetter;
  institution: string;
  freshId: string;
  answer: ActAnswer;
}) {
  const { t } = useTranslation('letters');
  return (
    <Section title={t('own.answerTitle', { institution })} lead={t('own.answerLead')}>
      {letter.former && (
        <div className="mb-4">
          <Notice tone="warning" title={t(`answers:former.${letter.former}`)}>
            <p>{t('answers:again')}</p>
          </Notice>
        </div>
      )}
      <div className="mb-4 flex flex-wrap items-center gap-2">
        {(['accepted', 'declined'] as const).map((value) => (
          <ActButton
            key={value}
            fields={{ act: 'answer', answer: value }}
            variant={value === 'accepted' && !letter.answer ? 'primary' : 'secondary'}
            isPressed={letter.answer === value}
          >
            {t(`answers:give_${value}`)}
          </ActButton>
        ))}
      </div>
      {letter.answer && (
        <div className="mb-4">
          <Notice tone={letter.answer === 'accepted' ? 'positive' : 'info'} role="status">
            <p>{t(`own.${letter.answer}`)}</p>
            {letter.answerBasis && <p>{t('dialogues:position.recordedOn', { basis: letter.answerBasis })}</p>}
          </Notice>
        </div>
      )}
      {letter.answer === 'accepted' && <Delegation letter={letter} freshId={freshId} answer={answer} />}
    </Section>
  );
}

function Delegation({
  letter: { delegates },
  freshId,
  answer,
}: {
  letter: OpenedLetter;
  freshId: string;
  answer: ActAnswer;
}) {
  const { t } = useTranslation('letters');
  const { form, field, refusal } = useFormAnswer('delegate', answerOf(answer, 'delegate'), 'letters');
  const taken = useTaken('delegate');
  return (
    <>
      <h3 className="mb-2">{t('own.delegation')}</h3>
      <DelegateList delegates={delegates} isEditable />
      <Form method="post" preventScrollReset {...form} className="form" key={taken}>
        <Refusal refusal={refusal} />
        <OnceId id={`${freshId}-${taken}`} />
        <input type="hidden" name="act" value="delegate-add" />
        <input type="hidden" name="intent" value="delegate" />
        <TextField
          label={t('takePart:delegation.name')}
          hint={t('takePart:delegation.nameHint')}
          {...field('name')}
          isRequired
        />
        <SelectField
          label={t('takePart:delegation.role')}
          name="role"
          defaultValue="head"
          options={delegateRoles.map((value) => ({ value, label: t(`dialogues:delegateRole.${value}`) }))}
        />
        <div className="form-actions">
          <SubmitButton variant="secondary" name="send" value="delegate">
            {t('takePart:delegation.add')}
          </SubmitButton>
        </div>
      </Form>
    </>
  );
}

function Agenda({ letter: { dialogue } }: { letter: OpenedLetter }) {
  const { t } = useTranslation('letters');
  const { time } = usePlaceTime(dialogue.timeZone);
  if (dialogue.items.length === 0) return null;
  return (
    <Section title={t('dialogues:agenda.heading')}>
      <ol className="grid divide-y divide-line">
        {dialogue.items.map(({ id, title, presenter, startsAtMs, endsAtMs, papers }) => (
          <li key={id} className="grid gap-1 py-3">
            <h3>{title}</h3>
            <p className="text-sm text-muted">
              <span className="numeric">
                {time(startsAtMs)}–{time(endsAtMs)}
              </span>
              {presenter && ` · ${t('dialogues:agenda.presents', { presenter })}`}
            </p>
            <Papers papers={papers} />
          </li>
        ))}
      </ol>
    </Section>
  );
}

function Papers({ papers }: { papers: OpenedLetter['dialogue']['papers'] }) {
  if (papers.length === 0) return null;
  return (
    <ul className="grid gap-2">
      {papers.map(({ id, title, url }) => (
        <li key={id}>
          <a href={url} className="break-words">
            {title}
          </a>
        </li>
      ))}
    </ul>
  );
}
