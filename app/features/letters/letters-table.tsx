import { useTranslation } from 'react-i18next';
import { ActButton } from '#app/features/dialogues';
import { makeFormat } from '#app/i18n/make-format';
import { useI18n } from '#app/i18n/use-i18n';
import {
  Badge,
  type Column,
  ConfirmButton,
  DataTable,
  EmailLink,
  EmptyState,
  Section,
  type Tone,
} from '#app/ui';
import { institutionShortName } from '#domain/institutions/name';
import type { LetterLine } from '#server/features/letters';

/** To whom letters go, what each was sent, and what it was answered; above it, what is to be sent. */
export function LettersTable({
  lines,
  timeZone,
  mayAdd,
}: {
  lines: readonly LetterLine[];
  timeZone: string;
  /** Until the dialogue begins. */
  mayAdd: boolean;
}) {
  const { t } = useTranslation('letters');
  const { language } = useI18n();
  const format = makeFormat(language, timeZone);
  const again = (atMs: number | null) =>
    atMs === null ? t('notAgain') : t('triesAgain', { date: format.dateTime(new Date(atMs).toISOString()) });
  const columns: Column<LetterLine>[] = [
    {
      key: 'name',
      header: t('table.name'),
      isRowHeader: true,
      cell: ({ name, email }) => (
        <>
          {name}
          <EmailLink email={email} className="block text-sm font-normal text-muted" />
        </>
      ),
    },
    {
      key: 'institution',
      header: t('table.institution'),
      cell: ({ institution }) => institutionShortName(institution, language),
    },
    {
      key: 'language',
      header: t('table.language'),
      cell: (line) => t(`common:language.${line.language}`),
    },
    {
      key: 'sent',
      header: t('table.sent'),
      cell: ({ last, owed, triesAgainAtMs }) => (
        <div>
          {last && (
            <p className="text-sm">
              {t(`mail.${last.kind}`)}{' '}
              <time dateTime={last.sentAt} className="text-muted">
                {format.dateTime(last.sentAt)}
              </time>
            </p>
          )}
          {last?.failedAt && (
            <>
              <Badge tone="critical">{t('failed')}</Badge>{' '}
              <span className="text-sm text-muted">{again(triesAgainAtMs)}</span>
            </>
          )}{' '}
          {owed && !last?.failedAt && <Badge tone="warning">{t(`owed.${owed}`)}</Badge>}
        </div>
      ),
    },
    {
      key: 'answer',
      header: t('table.answer'),
      cell: ({ answer, former, answeredAt, answeredBy }) =>
        former ? (
          <>
            <Badge tone="warning">{t(`answer.${former}`)}</Badge>{' '}
            <span className="text-sm text-muted">{t('formerDate')}</span>
          </>
        ) : (
          answer && (
            <div>
              <Badge tone={toneOf[answer]}>{t(`answer.${answer}`)}</Badge>
              {answeredAt && answeredBy && (
                <p className="text-sm text-muted">
                  {t(`by.${answeredBy}`)} <time dateTime={answeredAt}>{format.dateTime(answeredAt)}</time>
                </p>
              )}
            </div>
          )
        ),
    },
    {
      key: 'remove',
      header: t('table.removal'),
      isHeaderHidden: true,
      cell: ({ id, name, last }) =>
        last ? (
          <ConfirmButton
            label={t('remove.act')}
            button={{
              ...{ variant: 'quiet', size: 'small', className: 'whitespace-nowrap' },
              'aria-label': t('remove.of', { name }),
            }}
            title={t('remove.question', { name })}
            confirmLabel={t('remove.act')}
            fields={{ act: 'letter-remove', letterId: id }}
          >
            <p>{t('remove.body')}</p>
          </ConfirmButton>
        ) : (
          <ActButton
            fields={{ act: 'letter-remove', letterId: id }}
            variant="quiet"
            label={t('remove.of', { name })}
          >
            {t('remove.act')}
          </ActButton>
        ),
    },
  ];
  return (
    <Section title={t('table.title')} lead={t('table.lead')}>
      {lines.length === 0 ? (
        <EmptyState title={t('table.none')} body={t(mayAdd ? 'table.noneBody' : 'table.noneAnymore')} />
      ) : (
        <>
          <ToSend lines={lines} />
          <DataTable caption={t('table.title')} rows={lines} rowKey={({ id }) => id} columns={columns} />
        </>
      )}
    </Section>
  );
}

const toneOf: Record<NonNullable<LetterLine['answer']>, Tone> = {
  accepted: 'positive',
  declined: 'warning',
  tentative: 'neutral',
};

/** What leaves at the press of a button, and to how many: a mail cannot be taken back. */
function ToSend({ lines }: { lines: readonly LetterLine[] }) {
  const { t } = useTranslation('letters');
  const owed = (['invitation', 'update', 'cancellation'] as const)
    .map((kind) => ({ kind, count: lines.filter((line) => line.owed === kind).length }))
    .filter(({ count }) => count > 0);
  const open = lines.filter(({ mayRemind }) => mayRemind).length;
  const said = owed.map(({ kind, count }) => t(`send.${kind}`, { count }));
  return (
    <div className="mb-4 flex flex-wrap items-center gap-3">
      {owed.length > 0 && (
        <ConfirmButton
          label={t('send.act', { count: owed.reduce((sum, { count }) => sum + count, 0) })}
          button={{ variant: 'primary' }}
          title={t('send.question')}
          confirmLabel={t('send.confirm')}
          fields={{ act: 'letters-send' }}
        >
          <ul className="list-disc ps-5">
            {said.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </ConfirmButton>
      )}
      {open > 0 && (
        <ConfirmButton
          label={t('remind.act', { count: open })}
          button={{ variant: 'secondary' }}
          title={t('remind.question')}
          confirmLabel={t('remind.confirm')}
          fields={{ act: 'letters-remind' }}
        >
          <p>{t('remind.body', { count: open })}</p>
        </ConfirmButton>
      )}
      {owed.length === 0 && <p className="text-muted">{t('send.none')}</p>}
    </div>
  );
}
