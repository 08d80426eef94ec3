import { useTranslation } from 'react-i18next';
import { Badge } from '#app/ui';
import { attendanceStates } from '#domain/dialogues/quorum';
import type { DialogueView } from '#server/features/dialogues';
import { ActButton } from './act-button';
import { Institution, useInstitutionNames } from './institutions';
import { TakeBackButton } from './take-back-button';
import { usePlaceTime } from './time-words';
import { Unsent } from './waiting/unsent';

/** Who is there, institution by institution; each arrival and departure is a mark of its own. */
export function AttendanceBoard({ view, freshId }: { view: DialogueView; freshId: string }) {
  const { t } = useTranslation('dialogues');
  const { time } = usePlaceTime(view.timeZone);
  const nameOf = useInstitutionNames();
  return (
    <div className="grid gap-2">
      <QuorumLine view={view} />
      <ul className="grid divide-y divide-line">
        {view.institutions.map(({ institution, attendance }) => (
          <li key={institution.id} className="flex flex-wrap items-center gap-x-3 pt-2">
            <Institution id={institution.id} />
            <span className="ms-auto flex flex-wrap gap-1">
              {attendanceStates.map((state) => (
                <ActButton
                  key={`${state} ${attendance?.atMs ?? ''}`}
                  fields={{ act: 'attendance', institutionId: institution.id, state }}
                  waits={{ act: 'attendance', institutionId: institution.id, state }}
                  onceId={`${freshId}-${institution.id}-${state}`}
                  variant={attendance?.state === state ? 'secondary' : 'quiet'}
                  isPressed={attendance?.state === state}
                  label={t('attendance.mark', {
                    institution: nameOf(institution.id),
                    state: t(`attendanceState.${state}`),
                  })}
                >
                  {t(`attendanceState.${state}`)}
                </ActButton>
              ))}
            </span>
            {/* Its place is kept: no row moves under the pointer that marks the next one. */}
            <span className="attendance-since flex basis-full flex-wrap items-center gap-x-3 text-sm text-muted">
              {attendance &&
                t('attendance.since', {
                  state: t(`attendanceState.${attendance.state}`),
                  time: time(attendance.atMs),
                })}
              {attendance?.id && (
                <TakeBackButton
                  fields={{ act: 'attendance-back', markId: attendance.id }}
                  label={t('attendance.takeBack', {
                    institution: nameOf(institution.id),
                    state: t(`attendanceState.${attendance.state}`),
                  })}
                />
              )}
              <Unsent of={({ act }) => act.act === 'attendance' && act.institutionId === institution.id} />
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** How many are there, and whether that is enough. */
export function QuorumLine({ view }: { view: DialogueView }) {
  const { t } = useTranslation('dialogues');
  const here = view.institutions.filter(({ attendance }) =>
    ['present', 'remote'].includes(attendance?.state ?? ''),
  );
  return (
    <p className="flex flex-wrap items-center gap-2">
      <span>
        {t(view.endedAt ? 'attendance.were' : 'attendance.count', {
          count: here.length,
          of: view.institutions.length,
        })}
      </span>
      {view.attendance && (
        <Badge tone={view.attendance.isMet ? 'positive' : 'warning'}>
          {t(view.attendance.isMet ? 'quorum.met' : 'quorum.missed', { ...view.attendance })}
        </Badge>
      )}
    </p>
  );
}
