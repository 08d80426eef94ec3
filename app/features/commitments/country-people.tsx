import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { EmptyState, InstitutionBadge } from '#app/ui';
import { type InstitutionLabel, institutionName } from '#domain/institutions/name';
import type { Theme } from '#domain/themes';

/** Who works on what in a country, by theme. */
export function CountryMandates({
  mandates,
  to,
}: {
  mandates: readonly { theme: Theme; partners: InstitutionLabel[]; more: number }[];
  /** Where all mandates of a theme are. */
  to: (theme: Theme) => string;
}) {
  const { t, i18n } = useTranslation('commitments');
  if (mandates.length === 0)
    return <EmptyState title={t('country.noMandates')} body={t('country.noMandatesBody')} />;
  return (
    <dl className="grid gap-x-6 gap-y-1 sm:grid-cols-[16rem_1fr] sm:gap-y-2">
      {mandates.map(({ theme, partners, more }) => (
        <div key={theme} className="contents">
          <dt className="text-muted max-sm:text-sm">{t(`plans:theme.${theme}`)}</dt>
          <dd className="mb-2 flex flex-wrap gap-2 sm:mb-0">
            {partners.map(({ id, kind, acronym, names }) => (
              <InstitutionBadge
                key={id}
                kind={kind}
                acronym={acronym}
                name={institutionName(names, i18n.language)}
              />
            ))}
            {more > 0 && <Link to={to(theme)}>{t('country.moreMandates', { count: more })}</Link>}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** Whom to write to; only those who have agreed to be shown. */
export function FocalPersons({
  people,
}: {
  people: readonly {
    id: string;
    name: string;
    position: string;
    email: string;
    partner: InstitutionLabel;
  }[];
}) {
  const { t, i18n } = useTranslation('commitments');
  if (people.length === 0)
    return <EmptyState title={t('country.noFocalPersons')} body={t('country.noFocalPersonsBody')} />;
  return (
    <ul className="grid max-w-reading grid-cols-1 divide-y divide-line">
      {people.map(({ id, name, position, email, partner }) => (
        <li key={id} className="flex flex-wrap items-baseline gap-x-3 gap-y-1 py-2">
          <InstitutionBadge
            kind={partner.kind}
            acronym={partner.acronym}
            name={institutionName(partner.names, i18n.language)}
          />
          <span>{[name, position].filter(Boolean).join(', ')}</span>
          {email && (
            <a href={`mailto:${email}`} className="wrap-anywhere">
              {email}
            </a>
          )}
        </li>
      ))}
    </ul>
  );
}
