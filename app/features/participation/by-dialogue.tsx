import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { makeFormat } from '#app/i18n/make-format';
import { useI18n } from '#app/i18n/use-i18n';
import { DataTable } from '#app/ui';
import type { Participation } from '#domain/dialogues/participation';
import type { DialogueParticipation } from '#server/features/participation';
import { useFigureColumns } from './figure-columns';

/** How one institution took part, a line a dialogue. */
export function ParticipationByDialogue({
  slug,
  rows,
  total,
  sort,
}: {
  slug: string;
  rows: readonly DialogueParticipation[];
  total: Participation;
  sort: string;
}) {
  const { t } = useTranslation('participation');
  const { language } = useI18n();
  const figures = useFigureColumns<DialogueParticipation>(total);
  return (
    <DataTable
      caption={t('title')}
      narrow="scroll"
      rows={rows}
      rowKey={({ dialogue }) => dialogue.id}
      sort={sort}
      columns={[
        {
          ...{ key: 'name', header: t('dialogue'), isRowHeader: true, isSortable: true, footer: t('total') },
          cell: ({ dialogue: { id, number, title } }) => (
            <>
              <Link to={`/w/${slug}/dialogues/${id}`}>{title}</Link>{' '}
              <span className="numeric whitespace-nowrap font-normal text-muted">{number}</span>
            </>
          ),
        },
        {
          ...{ key: 'starts', header: t('starts'), isSortable: true, footer: '' },
          cell: ({ dialogue: { startsAt, timeZone } }) => (
            <time dateTime={startsAt} className="whitespace-nowrap">
              {makeFormat(language, timeZone).dateTime(startsAt)}
            </time>
          ),
        },
        ...figures,
      ]}
    />
  );
}
