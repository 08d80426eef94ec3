import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { OriginsButton } from '#app/features/provenance';
import { Badge, DataTable } from '#app/ui';
import type { ListedPerson } from '#server/features/partners';
import { useFieldLabels } from './field-labels';
import { useValidity } from './use-validity';

/** Whom to write to, by function; who has not consented has neither name nor address here. */
export function PersonList({
  people,
  places,
  seesAll,
  mayEdit,
}: {
  people: readonly ListedPerson[];
  places: Record<string, string>;
  /** The reader is told who is hidden from others. */
  seesAll: boolean;
  mayEdit: boolean;
}) {
  const { t } = useTranslation('partners');
  const validity = useValidity();
  const labelOf = useFieldLabels('focal_person');
  return (
    <DataTable
      caption={t('people.title')}
      rows={people}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'position',
          header: t('person.position'),
          isRowHeader: true,
          cell: ({ id, position, isHidden, state }) => (
            <span className="inline-flex flex-wrap items-baseline gap-1.5">
              {mayEdit && !isHidden ? <Link to={id}>{position}</Link> : position}
              {state !== 'in_force' && <Badge>{t(`state.${state}`)}</Badge>}
            </span>
          ),
        },
        { key: 'country', header: t('person.country'), cell: ({ country }) => places[country ?? ''] },
        {
          key: 'contact',
          header: t('person.contact'),
          cell: (person) => <Contact person={person} seesAll={seesAll} />,
        },
        { key: 'validity', header: t('person.validity'), cell: validity },
        {
          key: 'origins',
          header: t('origins'),
          isHeaderHidden: true,
          align: 'end',
          cell: ({ position, origins }) => (
            <OriginsButton of={position} origins={origins} labelOf={labelOf} />
          ),
        },
      ]}
    />
  );
}

function Contact({ person, seesAll }: { person: ListedPerson; seesAll: boolean }) {
  const { t } = useTranslation('partners');
  const { name, email, phone, isHidden, hasConsented } = person;
  if (isHidden) return <span className="text-muted">{t('people.hidden')}</span>;
  return (
    <span className="block">
      {name && <span className="block">{name}</span>}
      {email && (
        <a
          href={`mailto:${encodeURIComponent(email).replace('%40', '@')}`}
          className="block wrap-anywhere"
          dir="ltr"
        >
          {email}
        </a>
      )}
      {phone && (
        <span className="block" dir="ltr">
          {phone}
        </span>
      )}
      {seesAll && !hasConsented && <Badge icon="lock">{t('people.notShown')}</Badge>}
    </span>
  );
}
