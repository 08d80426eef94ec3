import { Form } from '@remix-run/react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DataTable, Disclosure, Notice, Section, SubmitButton } from '#app/ui';
import { pasteFields } from '#domain/commitments/paste-words';
import type { RowProblem } from '#domain/commitments/read-rows';
import type { PastePreview as Preview } from '#server/features/commitments';

/** What pasted rows say: everything that is wrong at once, or what will be added, to be confirmed. */
export function PastePreview({
  preview,
  typed,
  partner,
  children,
}: {
  preview: Omit<Preview, 'activities'>;
  typed: { partnerId: string; text: string };
  /** Whose commitments they become, by name. */
  partner: string;
  /** The rows as they were understood. */
  children: ReactNode;
}) {
  const { t } = useTranslation('commitments');
  const { problems, unusedColumns, factCount, newActivities, newFacts, knownFacts } = preview;
  return (
    <Section title={t('paste.found')}>
      {unusedColumns.length > 0 && (
        <Notice>
          <p>{t('paste.unused', { columns: unusedColumns.join(', ') })}</p>
        </Notice>
      )}
      {problems.length > 0 ? (
        <>
          <Notice tone="critical" role="alert" title={t('paste.problems', { count: problems.length })}>
            <p>{t('paste.problemsBody')}</p>
          </Notice>
          <ProblemTable problems={problems} />
        </>
      ) : (
        <Notice tone="positive" role="status" title={t('paste.sound', { count: factCount })}>
          <ul className="list-disc ps-5">
            <li>{t('paste.forPartner', { partner })}</li>
            <li>{t('paste.newFacts', { count: newFacts })}</li>
            <li>{t('paste.newActivities', { count: newActivities })}</li>
            {knownFacts > 0 && <li>{t('paste.knownFacts', { count: knownFacts })}</li>}
          </ul>
        </Notice>
      )}
      {problems.length === 0 && children}
      {problems.length === 0 && newFacts > 0 && (
        <Form method="post" className="my-4">
          <input type="hidden" name="partnerId" value={typed.partnerId} />
          <input type="hidden" name="rows" value={typed.text} />
          <SubmitButton name="intent" value="confirm">
            {t('paste.confirm', { count: newFacts })}
          </SubmitButton>
        </Form>
      )}
    </Section>
  );
}

function ProblemTable({ problems }: { problems: readonly RowProblem[] }) {
  const { t } = useTranslation('commitments');
  return (
    <div className="my-4">
      <DataTable
        caption={t('paste.problemList')}
        rows={problems.slice(0, 500)}
        rowKey={({ line, field, code }) => `${line} ${field} ${code}`}
        columns={[
          { key: 'line', header: t('paste.line'), isRowHeader: true, cell: ({ line }) => line },
          { key: 'field', header: t('paste.column'), cell: ({ field }) => t(`paste.field.${field}`) },
          {
            key: 'code',
            header: t('paste.problem'),
            cell: ({ code, found }) => t(`paste.code.${code}`, { found }),
          },
        ]}
      />
    </div>
  );
}

/** Which columns are understood, and what stands in them. */
export function PasteHelp() {
  const { t } = useTranslation('commitments');
  return (
    <Disclosure title={t('paste.help')}>
      <dl className="grid max-w-reading gap-x-6 gap-y-1 sm:grid-cols-[11rem_1fr]">
        {pasteFields.map((field) => (
          <div key={field} className="contents">
            <dt>{t(`paste.field.${field}`)}</dt>
            <dd className="mb-2 text-muted sm:mb-0">{t(`paste.fieldHelp.${field}`)}</dd>
          </div>
        ))}
      </dl>
    </Disclosure>
  );
}
