import { Form } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#app/i18n/format';
import { DataTable, Disclosure, Notice, Section, SubmitButton } from '#app/ui';
import type { RatesPreview as Preview } from '#server/features/exchange-rates';

/** What an uploaded file would change, and everything that is wrong with it, before anything is taken over. */
export function RatesPreview({
  preview,
}: {
  preview: Preview & { addedCount: number; changedCount: number };
}) {
  const { t } = useTranslation('rates');
  const { decimal } = useFormat();
  const { id, fileName, problems, added, changed, addedCount, changedCount, sameCount } = preview;
  const rowKey = (rate: { currency: string; year: number; area: string }) =>
    `${rate.currency} ${rate.year} ${rate.area}`;
  const about = [
    {
      key: 'currency',
      header: t('list.currency'),
      isRowHeader: true,
      cell: (rate: { currency: string }) => rate.currency,
    },
    { key: 'year', header: t('list.year'), cell: (rate: { year: number }) => rate.year },
    { key: 'area', header: t('list.area'), cell: (rate: { area: string }) => rate.area },
  ];
  const isChange = addedCount + changedCount > 0;
  return (
    <Section title={t('preview.title', { file: fileName })} lead={t('preview.lead')}>
      {problems.length > 0 && (
        <>
          <Notice tone="warning" role="alert" title={t('preview.problems', { count: problems.length })}>
            <p>{t('preview.problemsBody')}</p>
          </Notice>
          <div className="my-4">
            <DataTable
              caption={t('preview.problemList')}
              rows={problems.slice(0, 500)}
              rowKey={({ line, code, found }) => `${line} ${code} ${found}`}
              columns={[
                { key: 'line', header: t('preview.line'), isRowHeader: true, cell: ({ line }) => line },
                {
                  key: 'problem',
                  header: t('preview.problem'),
                  cell: ({ code, found }) => t(`problem.${code}`, { found }),
                },
              ]}
            />
          </div>
        </>
      )}
      <ul className="mb-4 list-disc ps-5">
        <li>{t('preview.added', { count: addedCount })}</li>
        <li>{t('preview.changed', { count: changedCount })}</li>
        <li>{t('preview.same', { count: sameCount })}</li>
      </ul>
      {changed.length > 0 && (
        <div className="mb-4">
          <DataTable
            caption={t('preview.changedList')}
            rows={changed}
            rowKey={rowKey}
            columns={[
              ...about,
              {
                key: 'before',
                header: t('preview.before'),
                align: 'end',
                cell: (rate) => decimal(rate.before),
              },
              {
                key: 'after',
                header: t('preview.after'),
                align: 'end',
                cell: (rate) => decimal(rate.perUsd),
              },
            ]}
          />
        </div>
      )}
      {added.length > 0 && (
        <Disclosure title={t('preview.addedList', { count: added.length })}>
          <DataTable
            caption={t('preview.addedList', { count: added.length })}
            rows={added}
            rowKey={rowKey}
            columns={[
              ...about,
              { key: 'rate', header: t('list.perUsd'), align: 'end', cell: (rate) => decimal(rate.perUsd) },
            ]}
          />
        </Disclosure>
      )}
      <Form method="post" className="my-4 flex flex-wrap gap-3">
        <input type="hidden" name="id" value={id} />
        {isChange && (
          <SubmitButton name="intent" value="confirm">
            {t('preview.confirm', { count: addedCount + changedCount })}
          </SubmitButton>
        )}
        <SubmitButton name="intent" value="discard" variant="secondary">
          {t('preview.discard')}
        </SubmitButton>
      </Form>
    </Section>
  );
}
