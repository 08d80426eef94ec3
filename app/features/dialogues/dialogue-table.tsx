import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { makeFormat } from '#app/i18n/make-format';
import { Badge, type Column, DataTable, type Tone } from '#app/ui';
import type { ListedDialogue } from '#server/features/dialogues';
import { AnswerBadge } from './answer-badge';

const tones: Record<ListedDialogue['state'], Tone> = {
  planned: 'info',
  running: 'accent',
  ended: 'neutral',
  cancelled: 'critical',
};

export function DialogueTable({
  slug,
  rows,
  sort,
}: {
  slug: string;
  rows: readonly ListedDialogue[];
  sort: string;
}) {
  const { t, i18n } = useTranslation('dialogues');
  const columns: Column<ListedDialogue>[] = [
    {
      key: 'title',
      header: t('meetings:list.dialogue'),
      isRowHeader: true,
      isSortable: true,
      cell: ({ id, title }) => <Link to={`/w/${slug}/dialogues/${id}`}>{title}</Link>,
    },
    {
      key: 'number',
      header: t('meetings:list.number'),
      isSortable: true,
      cell: ({ number }) => <span className="numeric whitespace-nowrap">{number}</span>,
    },
    { key: 'type', header: t('meetings:list.type'), cell: ({ type }) => t(`type.${type}`) },
    {
      key: 'starts',
      header: t('meetings:list.starts'),
      isSortable: true,
      cell: ({ startsAt, timeZone }) => (
        <time dateTime={startsAt}>{makeFormat(i18n.language, timeZone).dateTime(startsAt)}</time>
      ),
    },
    {
      key: 'answers',
      header: t('meetings:list.answers'),
      align: 'end',
      cell: ({ accepted, invited }) => t('meetings:list.acceptedOf', { accepted, invited }),
    },
    {
      key: 'own',
      header: t('meetings:list.own'),
      cell: ({ own, former, ownBasis }) =>
        own !== 'none' && (
          <AnswerBadge answer={own === 'open' ? null : own} former={former} answerBasis={ownBasis} />
        ),
    },
    {
      key: 'state',
      header: t('meetings:list.state'),
      cell: ({ state }) => <Badge tone={tones[state]}>{t(`state.${state}`)}</Badge>,
    },
  ];
  return (
    <DataTable caption={t('list.title')} rows={rows} rowKey={({ id }) => id} sort={sort} columns={columns} />
  );
}
