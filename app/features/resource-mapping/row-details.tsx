import { useTranslation } from 'react-i18next';
import type { ReviewedRow } from './review-rows.server';

/** Everything that is wrong with a row, or everything that it changes. */
export function RowDetails({ row: { state, errors, changes } }: { row: ReviewedRow }) {
  const { t } = useTranslation('mapping');
  if (state === 'refused') return <>{t('rows.refused')}</>;
  const lines =
    errors.length > 0
      ? errors.map(({ column, problem, text, cell }) => ({
          key: `${column}${problem}`,
          text: t(`error.${problem}`, { column: column ? t(`column.${column}`) : '', cell, text }),
        }))
      : changes.map(({ column, before, after }) => ({
          key: column,
          text: t(before === '' ? 'rows.set' : 'rows.change', {
            column: t(`column.${column}`),
            before,
            after: after || t('rows.empty'),
          }),
        }));
  if (lines.length === 0) return null;
  return (
    <ul className="grid gap-1 text-sm">
      {lines.map(({ key, text }) => (
        <li key={key} className="wrap-anywhere">
          {text}
        </li>
      ))}
    </ul>
  );
}
