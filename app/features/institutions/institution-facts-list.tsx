import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { InstitutionBadge } from '#app/ui';
import { institutionName } from '#domain/institutions/name';
import { languages } from '#domain/languages';
import type { InstitutionDetail } from '#server/features/institutions';

/** What is known about an institution; `country` is in words. */
export function InstitutionFactsList({ institution }: { institution: InstitutionDetail }) {
  const { t, i18n } = useTranslation('institutions');
  const { kind, acronym, names, country, identifiers } = institution;
  const shown = institutionName(names, i18n.language);
  const otherNames = languages.filter((language) => names[language] && names[language] !== shown);
  return (
    <dl className="grid max-w-reading gap-x-6 gap-y-1 sm:gap-y-2 sm:grid-cols-[10rem_1fr]">
      <Fact label={t('list.kind')}>
        <span className="inline-flex flex-wrap items-center gap-2">
          {t(`ui:kind.${kind}`)}
          {acronym && <InstitutionBadge kind={kind} acronym={acronym} name={shown} />}
        </span>
      </Fact>
      <Fact label={t('list.country')}>{country ?? t('form.international')}</Fact>
      {otherNames.length > 0 && (
        <Fact label={t('detail.otherNames')}>
          {otherNames.map((language) => (
            <span key={language} lang={language} className="block">
              {names[language]}
            </span>
          ))}
        </Fact>
      )}
      {identifiers.length > 0 && (
        <Fact label={t('form.identifiers')}>
          {identifiers.map(({ scheme, value }) => (
            <span key={`${scheme} ${value}`} className="numeric block" dir="ltr">
              {`${scheme} ${value}`}
            </span>
          ))}
        </Fact>
      )}
    </dl>
  );
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="contents">
      <dt className="text-muted max-sm:text-sm">{label}</dt>
      <dd className="mb-2 sm:mb-0">{children}</dd>
    </div>
  );
}
