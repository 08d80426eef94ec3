import { useTranslation } from 'react-i18next';
import { useFormat } from '#app/i18n/format';
import { SelectField, TextField } from '#app/ui';

interface WiredField {
  id?: string;
  name: string;
  defaultValue?: string;
  error?: string;
}

/** On which day of the year fiscal years begin. */
export function CalendarFields({ field }: { field: (name: string) => WiredField }) {
  const { t } = useTranslation('workspaces');
  const { locale } = useFormat();
  const month = new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' });
  const startMonth = field('startMonth');
  const startDay = field('startDay');
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_7rem] items-end gap-3">
      <SelectField
        label={t('settings.startMonth')}
        {...startMonth}
        defaultValue={startMonth.defaultValue ?? '1'}
        options={Array.from({ length: 12 }, (_, index) => ({
          value: String(index + 1),
          label: month.format(new Date(Date.UTC(2026, index, 1))),
        }))}
        isRequired
      />
      <TextField
        label={t('settings.startDay')}
        {...startDay}
        defaultValue={startDay.defaultValue ?? '1'}
        type="number"
        min={1}
        max={31}
        isRequired
      />
    </div>
  );
}
