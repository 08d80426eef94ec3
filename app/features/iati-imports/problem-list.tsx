import { useTranslation } from 'react-i18next';
import { useFormat } from '#app/i18n/format';
import { Badge, DataTable, EmptyState } from '#app/ui';
import type { Problem } from '#domain/partners/iati';
import { ProblemWords } from './problem-words';
import { toneOfGrade } from './tones';

/** All problems of the file at once, each with its grade, its line and its path. */
export function ProblemList({ rows }: { rows: readonly Problem[] }) {
  const { t } = useTranslation('iati');
  const { number } = useFormat();
  return (
    <DataTable
      caption={t('problems.caption')}
      rows={rows.map((problem, index) => ({ problem, index }))}
      rowKey={({ index }) => String(index)}
      empty={<EmptyState title={t('problems.none')} level={2} />}
      columns={[
        {
          key: 'grade',
          header: t('problems.grade'),
          cell: ({ problem: { grade } }) => <Badge tone={toneOfGrade[grade]}>{t(`grade.${grade}`)}</Badge>,
        },
        {
          key: 'line',
          header: t('problems.line'),
          align: 'end',
          cell: ({ problem: { line } }) => number(line),
        },
        {
          key: 'what',
          header: t('problems.what'),
          cell: ({ problem }) => <ProblemWords problem={problem} />,
        },
        {
          key: 'path',
          header: t('problems.path'),
          cell: ({ problem: { path } }) => <code className="iati-path">{path}</code>,
        },
      ]}
    />
  );
}
