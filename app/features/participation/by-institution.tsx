import { Link, useSearchParams } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { useI18n } from '#app/i18n/use-i18n';
import { DataTable, InstitutionBadge } from '#app/ui';
import { institutionName } from '#domain/institutions/name';
import type { InstitutionParticipation } from '#server/features/participation';
import { useFigureColumns } from './figure-columns';

/** A line an institution, which opens to its dialogues of the same period. */
export function ParticipationByInstitution({
  rows,
  sort,
}: {
  rows: readonly InstitutionParticipation[];
  sort: string;
}) {
  const { t } = useTranslation('participation');
  const { language } = useI18n();
  const [params] = useSearchParams();
  const figures = useFigureColumns<InstitutionParticipation>();
  const dialoguesOf = (id: string) => {
    const next = new URLSearchParams({ institution: id });
    for (const name of ['from', 'to']) {
      const year = params.get(name);
      if (year) next.set(name, year);
    }
    return `?${next}`;
  };
  return (
    <DataTable
      caption={t('title')}
      narrow="scroll"
      rows={rows}
      rowKey={({ institution }) => institution.id}
      sort={sort}
      columns={[
        {
          ...{ key: 'name', header: t('institution'), isRowHeader: true, isSortable: true },
          cell: ({ institution: { id, kind, acronym, names } }) => (
            <Link to={dialoguesOf(id)}>
              <InstitutionBadge
                kind={kind}
                acronym={acronym}
                name={institutionName(names, language)}
                isFull
              />
            </Link>
          ),
        },
        ...figures,
      ]}
    />
  );
}
