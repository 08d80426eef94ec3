import { useTranslation } from 'react-i18next';
import { useFormat } from '#app/i18n/format';
import { TextField } from '#app/ui';
import { type FiscalYear, fiscalYearName } from '#domain/calendars';

export type YearExample = FiscalYear;

interface Field {
  id?: string;
  name: string;
  defaultValue?: string;
  error?: string;
}

/** First and last fiscal year, with what a fiscal year is in this country. */
export function HorizonFields({
  field,
  defaults,
  example,
}: {
  field: (name: string) => Field;
  defaults: { startYear: number; endYear: number };
  example: YearExample;
}) {
  const { t } = useTranslation('managePlans');
  const { longDate } = useFormat();
  const start = field('startYear');
  const end = field('endYear');
  const hint = t('new.yearHint', {
    name: fiscalYearName(example),
    start: longDate(example.start),
    end: longDate(example.end),
  });
  return (
    <div className="grid gap-2">
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField
          label={t('new.startYear')}
          {...start}
          defaultValue={start.defaultValue ?? String(defaults.startYear)}
          inputMode="numeric"
          maxLength={4}
          isRequired
        />
        <TextField
          label={t('new.endYear')}
          {...end}
          defaultValue={end.defaultValue ?? String(defaults.endYear)}
          inputMode="numeric"
          maxLength={4}
          isRequired
        />
      </div>
      <p className="text-muted text-sm">{hint}</p>
    </div>
  );
}
