import { Form } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { useFormAnswer } from '#app/features/accounts';
import { Badge, ConfirmButton, Disclosure, Refusal, SubmitButton, TextField, type Tone } from '#app/ui';
import { localTimeAt } from '#domain/dialogues/local-time';
import type { MinutesView } from '#server/features/dialogues';
import { ActButton } from '../act-button';
import { answerOf } from '../frame';
import { usePlaceTime } from '../time-words';
import { useTaken } from '../use-taken';
import type { MinutesPageProps } from './minutes-page';

const tones: Record<NonNullable<MinutesView['state']>, Tone> = {
  draft: 'accent',
  review: 'warning',
  corrections: 'warning',
  locked: 'positive',
};
const weekMs = 7 * 86_400_000;

/** How far the minutes have come, what that means, and the convenor's next step. */
export function MinutesState(props: MinutesPageProps) {
  const { t } = useTranslation('minutes');
  const { view, minutes } = props;
  const { dateTime } = usePlaceTime(view.timeZone);
  const { state, deadlineMs, lockedAt } = minutes;
  if (state === null)
    return minutes.mayClose && view.items.length > 0 ? (
      <div className="mb-4">
        <ActButton fields={{ act: 'minutes-begin' }} variant="primary">
          {t('begin')}
        </ActButton>
      </div>
    ) : null;
  const deadline = deadlineMs === null ? '' : dateTime(new Date(deadlineMs).toISOString());
  return (
    <div className="card mb-4 grid gap-3">
      <p className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <Badge tone={tones[state]} icon={state === 'locked' ? 'lock' : undefined}>
          {t(`state.${state}`)}
        </Badge>
        <span>{t(`stateHint.${state}`, { deadline, date: lockedAt ? dateTime(lockedAt) : '' })}</span>
      </p>
      {minutes.mayClose && <NextStep {...props} />}
    </div>
  );
}

function NextStep(props: MinutesPageProps) {
  const { t } = useTranslation('minutes');
  const { state } = props.minutes;
  switch (state) {
    case 'draft':
      return (
        <div>
          <ActButton fields={{ act: 'minutes-submit' }} variant="primary">
            {t('submit')}
          </ActButton>
        </div>
      );
    case 'review':
      return (
        <>
          <DeadlineForm {...props} act="circulate" />
          <div>
            <ActButton fields={{ act: 'minutes-return' }}>{t('return')}</ActButton>
          </div>
        </>
      );
    case 'corrections':
      return (
        <>
          <Lock {...props} />
          <Extend {...props} />
          <div>
            <ConfirmButton
              label={t('recall')}
              title={t('recallQuestion')}
              confirmLabel={t('recall')}
              fields={{ act: 'minutes-recall' }}
              button={{ variant: 'secondary', size: 'small' }}
            >
              <p>{t('recallHint')}</p>
            </ConfirmButton>
          </div>
        </>
      );
    default:
      return null;
  }
}

function Lock({ minutes: { notYet } }: MinutesPageProps) {
  const { t } = useTranslation('minutes');
  if (notYet) return <p className="text-sm text-muted">{t(`notYet.${notYet}`)}</p>;
  return (
    <div>
      <ConfirmButton
        label={t('lock')}
        title={t('lockQuestion')}
        confirmLabel={t('lockNow')}
        fields={{ act: 'minutes-lock' }}
        button={{ variant: 'primary', size: 'small' }}
      >
        <p>{t('lockBody')}</p>
      </ConfirmButton>
    </div>
  );
}

function Extend(props: MinutesPageProps) {
  const { t } = useTranslation('minutes');
  const taken = useTaken('extend');
  return (
    <Disclosure key={taken} title={t('extend')} isOpen={answerOf(props.answer, 'extend') !== undefined}>
      <p className="mb-3 max-w-reading text-sm text-muted">{t('extendHint')}</p>
      <DeadlineForm {...props} act="extend" />
    </Disclosure>
  );
}

/** First a week is proposed, until the end of the working day at the place of the dialogue; then what was set. */
function DeadlineForm({
  act,
  view,
  nowMs,
  answer,
  minutes,
}: MinutesPageProps & { act: 'circulate' | 'extend' }) {
  const { t } = useTranslation('minutes');
  const { form, field, refusal } = useFormAnswer(act, answerOf(answer, act), 'minutes');
  const isPast = refusal?.details.problem === 'deadline_in_past';
  const usual =
    minutes.deadlineMs === null
      ? { date: localTimeAt(nowMs + weekMs, view.timeZone).date, time: '17:00' }
      : localTimeAt(minutes.deadlineMs, view.timeZone);
  const filled = (name: 'date' | 'time') => {
    const wired = field(name);
    return { ...wired, defaultValue: wired.defaultValue ?? usual[name] };
  };
  const date = filled('date');
  return (
    <Form method="post" preventScrollReset {...form} className="form">
      <Refusal refusal={isPast ? null : refusal} />
      <input type="hidden" name="act" value={`minutes-${act}`} />
      <input type="hidden" name="intent" value={act} />
      <div className="flex flex-wrap items-end gap-4">
        <TextField
          type="date"
          label={t('deadlineDate')}
          {...date}
          error={isPast ? t('fieldErrors.deadlinePast') : date.error}
          isRequired
        />
        <TextField type="time" label={t('deadlineTime')} {...filled('time')} isRequired />
        <SubmitButton name="send" value={act}>
          {t(act === 'circulate' ? 'circulate' : 'extendSubmit')}
        </SubmitButton>
      </div>
    </Form>
  );
}
