import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#app/i18n/format';
import { Badge, DataTable, Pagination, Section, type Tone } from '#app/ui';
import { letterOf, type MatrixProblem, type ProblemGrade } from '#domain/plans/matrix';
import { problemsPerPage, type Review } from './review';

const tones: Record<ProblemGrade, Tone> = { error: 'critical', warning: 'warning', note: 'info' };

/** Everything to look at, all rows at once: by kind, each with its row, its column and what will be kept. */
export function ProblemList({ review }: { review: Review }) {
  const { t } = useTranslation('import');
  const { number } = useFormat();
  const { groups, chosen, problems } = review;
  if (groups.length === 0) return null;
  const all = groups.reduce((sum, { count }) => sum + count, 0);
  return (
    <Section title={t('problems.title')} lead={t('problems.lead')} id="problems">
      <ul className="import-groups" aria-label={t('problems.filter')}>
        <li>
          <Link
            to="?#problems"
            preventScrollReset
            aria-current={!chosen.code && !chosen.grade ? 'true' : undefined}
          >
            {t('problems.all')} <span className="numeric">{number(all)}</span>
          </Link>
        </li>
        {groups.map(({ code, grade, count }) => (
          <li key={code}>
            <Link
              to={`?code=${code}#problems`}
              preventScrollReset
              data-tone={tones[grade]}
              aria-current={chosen.code === code ? 'true' : undefined}
            >
              {t(`problem.${code}`)} <span className="numeric">{number(count)}</span>
            </Link>
          </li>
        ))}
      </ul>
      <DataTable
        caption={t('problems.title')}
        rows={problems.items}
        rowKey={(one) => `${one.row}-${one.column}-${one.code}-${one.value}`}
        columns={[
          {
            key: 'grade',
            header: t('problems.grade'),
            cell: ({ grade }) => <Badge tone={tones[grade]}>{t(`grade.${grade}`)}</Badge>,
          },
          {
            key: 'place',
            header: t('problems.place'),
            cell: (one) => <Place problem={one} review={review} />,
          },
          {
            key: 'value',
            header: t('problems.value'),
            cell: ({ value }) => <span className="import-value">{value}</span>,
          },
          { key: 'what', header: t('problems.what'), cell: (one) => <What problem={one} /> },
        ]}
      />
      <Pagination
        page={problems.page}
        pageSize={problemsPerPage}
        total={problems.total}
        label={t('problems.title')}
      />
    </Section>
  );
}

function Place({ problem, review }: { problem: MatrixProblem; review: Review }) {
  const { t } = useTranslation('import');
  const { number } = useFormat();
  const row = t('problems.row', { row: number(problem.row) });
  if (problem.column === null) return <>{row}</>;
  const header = review.mapping.columns[problem.column]?.header;
  return (
    <>
      {row}, {t('problems.column', { letter: letterOf(problem.column) })}
      {header && <span className="import-header">{header}</span>}
    </>
  );
}

function What({ problem: { code, kept, details } }: { problem: MatrixProblem }) {
  const { t } = useTranslation('import');
  const { decimal } = useFormat();
  const { stated, computed, first } = details;
  return (
    <>
      {t(`problem.${code}`)}
      {stated && computed && (
        <span className="import-header">
          {t('problems.sums', { stated: decimal(stated), computed: decimal(computed) })}
        </span>
      )}
      {first && <span className="import-header">{t('problems.first', { row: first })}</span>}
      <span className="import-header">{t(`kept.${kept}`)}</span>
    </>
  );
}
