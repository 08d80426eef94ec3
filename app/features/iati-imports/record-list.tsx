import { Form } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#app/i18n/format';
import { Badge, Button, DataTable, Disclosure, EmptyState } from '#app/ui';
import type { DescribedDifference } from '#domain/iati-imports/describe';
import type { ListedRecord } from '#server/features/iati-imports';
import { FieldDifferences } from './field-differences';
import { toneOfDecision, toneOfOutcome } from './tones';

export type ShownRecord = Omit<ListedRecord, 'differences'> & { differences: DescribedDifference[] };

/** The records of the file against what the workspace holds, each to be accepted or rejected, whole or by field. */
export function RecordList({ rows, isOpen }: { rows: readonly ShownRecord[]; isOpen: boolean }) {
  const { t } = useTranslation('iati');
  const { number } = useFormat();
  return (
    <DataTable
      caption={t('records.caption')}
      rows={rows}
      rowKey={({ position }) => String(position)}
      empty={<EmptyState title={t('records.none')} level={2} />}
      columns={[
        {
          key: 'record',
          header: t('records.record'),
          isRowHeader: true,
          cell: ({ title, identifier, line }) => (
            <>
              {title || t('records.untitled')}
              <span className="iati-detail">{identifier || t('records.noIdentifier')}</span>
              <span className="iati-detail">{t('records.line', { line: number(line) })}</span>
            </>
          ),
        },
        {
          key: 'outcome',
          header: t('records.outcome'),
          cell: ({ outcome }) => <Badge tone={toneOfOutcome[outcome]}>{t(`outcome.${outcome}`)}</Badge>,
        },
        {
          key: 'differences',
          header: t('records.differences'),
          cell: (row) =>
            row.differences.length > 0 && (
              <Disclosure title={t('records.fields', { count: row.differences.length })}>
                <FieldDifferences record={row} isOpen={isOpen} />
              </Disclosure>
            ),
        },
        {
          key: 'decision',
          header: t('records.decision'),
          cell: (row) => <Decision row={row} isOpen={isOpen} />,
        },
      ]}
    />
  );
}

function Decision({ row, isOpen }: { row: ShownRecord; isOpen: boolean }) {
  const { t } = useTranslation('iati');
  const { position, decision, outcome, refusal, isApplied, title, identifier } = row;
  if (refusal) return <Badge tone="warning">{t(`notTaken.short.${refusal}`)}</Badge>;
  if (isApplied) return <Badge tone="positive">{t('decision.applied')}</Badge>;
  if (outcome === 'unusable') return <>{t('decision.unusable')}</>;
  const others = (['accept', 'reject'] as const).filter((one) => one !== decision);
  return (
    <>
      <Badge tone={toneOfDecision[decision]}>{t(`decision.${decision}`)}</Badge>
      {isOpen &&
        others.map((other) => (
          <Form key={other} method="post" preventScrollReset>
            <input type="hidden" name="position" value={position} />
            <input type="hidden" name="decision" value={other} />
            <Button
              type="submit"
              name="intent"
              value="decide"
              size="small"
              variant="quiet"
              aria-label={t(`decision.${other}This`, { record: title || identifier })}
            >
              {t(`decision.do.${other}`)}
            </Button>
          </Form>
        ))}
    </>
  );
}
