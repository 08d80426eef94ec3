import { Form } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { useFormAnswer } from '#app/features/accounts';
import { Badge, ConfirmButton, Refusal, SubmitButton, TextField, type Tone } from '#app/ui';
import { localTimeAt } from '#domain/dialogues/local-time';
import type { MinutesView } from '#server/features/dialogues';
import { ActButton } from '../act-button';
import { answerOf } from '../frame';
import { usePlaceTime } from '../time-words';
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
  const { state, notYet } = props.minutes;
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
          <CirculateForm {...props} />
          <div>
            <ActButton fields={{ act: 'minutes-return' }}>{t('return')}</ActButton>
          </div>
        </>
      );
    case 'corrections':
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
    default:
      return null;
  }
}

/** A week is proposed, until the end of the working day at the place of the dialogue. */
function CirculateForm({ view, nowMs, answer }: MinutesPageProps) {
  const { t } = useTranslation('minutes');
  const { form, field, refusal } = useFormAnswer('circulate', answerOf(answer, 'circulate'), 'minutes');
  const usual = { date: localTimeAt(nowMs + weekMs, view.timeZone).date, time: '17:00' };
  const filled = (name: keyof typeof usual) => {
    const wired = field(name);
    return { ...wired, defaultValue: wired.defaultValue ?? usual[name] };
  };
  return (
    <Form method="post" preventScrollReset {...form} className="form">
      <Refusal refusal={refusal} />
      <input type="hidden" name="act" value="minutes-circulate" />
      <input type="hidden" name="intent" value="circulate" />
      <div className="flex flex-wrap items-end gap-4">
        <TextField type="date" label={t('deadlineDate')} {...filled('date')} isRequired />
        <TextField type="time" label={t('deadlineTime')} {...filled('time')} isRequired />
        <SubmitButton name="send" value="circulate">
          {t('circulate')}
        </SubmitButton>
      </div>
    </Form>
  );
}
