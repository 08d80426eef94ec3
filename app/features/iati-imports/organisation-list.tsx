import { Form, Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#app/i18n/format';
import {
  Badge,
  Button,
  DataTable,
  EmptyState,
  InstitutionBadge,
  SelectField,
  type SelectOption,
} from '#app/ui';
import { type InstitutionLabel, institutionName } from '#domain/institutions/name';
import type { MatchedOrganisation } from '#server/features/iati-imports';

/** The organisations of the file and what each is taken for; where nothing decides, a person says so. */
export function OrganisationList({
  rows,
  institutions,
  mayEnter,
  base,
}: {
  rows: readonly MatchedOrganisation[];
  institutions: readonly InstitutionLabel[];
  mayEnter: boolean;
  /** /w/<slug> */
  base: string;
}) {
  const { t, i18n } = useTranslation('iati');
  const { number } = useFormat();
  const byId = new Map(institutions.map((institution) => [institution.id, institution]));
  const options: SelectOption[] = [
    ...institutions
      .map(({ id, names }) => ({ value: id, label: institutionName(names, i18n.language) }))
      .sort((a, b) => a.label.localeCompare(b.label, i18n.language)),
    ...(mayEnter ? [{ value: 'new', label: t('organisations.new') }] : []),
  ];
  return (
    <DataTable
      caption={t('organisations.caption')}
      rows={rows}
      rowKey={({ key }) => key}
      empty={<EmptyState title={t('organisations.none')} level={2} />}
      columns={[
        {
          key: 'name',
          header: t('organisations.name'),
          isRowHeader: true,
          cell: ({ name, ref, isReporting }) => (
            <>
              {name || ref}
              {name && ref && <span className="iati-detail">{ref}</span>}
              {isReporting && <Badge tone="accent">{t('organisations.reporting')}</Badge>}
            </>
          ),
        },
        {
          key: 'count',
          header: t('organisations.count'),
          align: 'end',
          cell: ({ count }) => number(count),
        },
        {
          key: 'match',
          header: t('organisations.match'),
          cell: (row) => (
            <>
              <Match row={row} institution={byId.get(row.institutionId ?? '')} options={options} />
              {row.bookedElsewhere.map(({ institutionId, activities }) => (
                <Booked
                  key={institutionId}
                  to={`${base}/commitments?partner=${institutionId}`}
                  count={activities}
                  institution={byId.get(institutionId)}
                />
              ))}
            </>
          ),
        },
      ]}
    />
  );
}

function Match({
  row,
  institution,
  options,
}: {
  row: MatchedOrganisation;
  institution: InstitutionLabel | undefined;
  options: SelectOption[];
}) {
  const { t, i18n } = useTranslation('iati');
  const named = row.name || (row.ref ?? '');
  if (!row.institutionId) {
    return (
      <Form method="post" className="iati-match" preventScrollReset>
        <input type="hidden" name="key" value={row.key} />
        <SelectField
          name="institutionId"
          label={t('organisations.choose', { organisation: named })}
          isLabelHidden
          options={options}
          placeholder={t('organisations.unknown')}
          defaultValue={row.proposed ?? ''}
          isRequired
        />
        <Button
          type="submit"
          name="intent"
          value="match"
          size="small"
          aria-label={t('organisations.confirmThis', { organisation: named })}
        >
          {t('organisations.confirm')}
        </Button>
      </Form>
    );
  }
  return (
    <div className="iati-match">
      {institution ? (
        <InstitutionBadge
          kind={institution.kind}
          acronym={institution.acronym}
          name={institutionName(institution.names, i18n.language)}
          isFull
        />
      ) : (
        t('organisations.elsewhere')
      )}
      <span className="iati-detail">{t(`organisations.by.${row.by}`)}</span>
      {row.by === 'confirmed' && (
        <Form method="post" preventScrollReset>
          <input type="hidden" name="key" value={row.key} />
          <Button
            type="submit"
            name="intent"
            value="unmatch"
            size="small"
            variant="quiet"
            aria-label={t('organisations.undoThis', { organisation: named })}
          >
            {t('organisations.undo')}
          </Button>
        </Form>
      )}
    </div>
  );
}

/** What an undone or changed match has left where it was. */
function Booked({
  to,
  count,
  institution,
}: {
  to: string;
  count: number;
  institution: InstitutionLabel | undefined;
}) {
  const { t, i18n } = useTranslation('iati');
  const { number } = useFormat();
  const name = institution ? institutionName(institution.names, i18n.language) : t('organisations.elsewhere');
  return (
    <p className="iati-detail">
      {t('organisations.booked', { count, activities: number(count), institution: name })}{' '}
      <Link to={to}>{t('organisations.showBooked')}</Link>
    </p>
  );
}
