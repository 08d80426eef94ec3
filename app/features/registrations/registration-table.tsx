import { useTranslation } from 'react-i18next';
import { ActButton } from '#app/features/dialogues';
import { makeFormat } from '#app/i18n/make-format';
import { useI18n } from '#app/i18n/use-i18n';
import { type Column, ConfirmButton, DataTable, EmailLink } from '#app/ui';
import type { AttendanceCount } from '#domain/dialogues/registration';
import type { Registration } from '#server/features/registrations';

/** Who registered, and whether they came. */
export function RegistrationTable({
  rows,
  timeZone,
  isCancelled,
}: {
  rows: readonly Registration[];
  timeZone: string;
  isCancelled: boolean;
}) {
  const { t } = useTranslation('meetings');
  const format = makeFormat(useI18n().language, timeZone);
  const columns: Column<Registration>[] = [
    { key: 'name', header: t('people.name'), isRowHeader: true, cell: ({ name }) => name },
    { key: 'position', header: t('people.position'), cell: ({ position }) => position },
    { key: 'institution', header: t('people.institution'), cell: ({ institution }) => institution },
    {
      key: 'email',
      header: t('people.email'),
      cell: ({ email }) => <EmailLink email={email} />,
    },
    {
      key: 'at',
      header: t('people.registeredAt'),
      cell: ({ registeredAt }) => <time dateTime={registeredAt}>{format.dateTime(registeredAt)}</time>,
    },
    {
      key: 'attendance',
      header: t('people.attendance'),
      cell: (row) => (isCancelled ? null : <Attendance row={row} />),
    },
    {
      key: 'remove',
      header: t('people.removal'),
      isHeaderHidden: true,
      cell: ({ id, name }) => (
        <ConfirmButton
          label={t('people.remove')}
          button={{ variant: 'quiet', size: 'small', 'aria-label': t('people.removeOf', { name }) }}
          title={t('people.removeQuestion', { name })}
          confirmLabel={t('people.remove')}
          fields={{ act: 'remove', registrationId: id }}
        >
          <p>{t('people.removeBody')}</p>
        </ConfirmButton>
      ),
    },
  ];
  return <DataTable caption={t('people.title')} rows={rows} rowKey={({ id }) => id} columns={columns} />;
}

/** Two buttons, one of them pressed; pressing it again takes the mark back. */
function Attendance({ row: { id, name, attendance } }: { row: Registration }) {
  const { t } = useTranslation('meetings');
  return (
    <div className="flex flex-wrap gap-1">
      {(['present', 'absent'] as const).map((mark) => (
        <ActButton
          key={mark}
          fields={{ act: 'mark', registrationId: id, attendance: attendance === mark ? 'none' : mark }}
          label={t('people.mark', { name, attendance: t(`attendance.${mark}`) })}
          variant={attendance === mark ? 'primary' : 'secondary'}
          isPressed={attendance === mark}
        >
          {t(`attendance.${mark}`)}
        </ActButton>
      ))}
    </div>
  );
}

export function AttendanceCounts({ counts }: { counts: readonly AttendanceCount[] }) {
  const { t } = useTranslation('meetings');
  const total = (of: 'registered' | 'present' | 'absent') => counts.reduce((sum, row) => sum + row[of], 0);
  const figure = (of: 'registered' | 'present' | 'absent'): Column<AttendanceCount> => ({
    key: of,
    header: t(`counts.${of}`),
    align: 'end',
    cell: (row) => row[of],
    footer: total(of),
  });
  const columns: Column<AttendanceCount>[] = [
    {
      key: 'institution',
      header: t('people.institution'),
      isRowHeader: true,
      cell: ({ institution }) => institution,
      footer: t('counts.total'),
    },
    ...(['registered', 'present', 'absent'] as const).map(figure),
  ];
  return (
    <DataTable
      caption={t('counts.title')}
      rows={counts}
      rowKey={({ institution }) => institution}
      columns={columns}
    />
  );
}
