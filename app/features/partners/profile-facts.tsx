import { useTranslation } from 'react-i18next';
import { OriginsButton } from '#app/features/provenance';
import { institutionName } from '#domain/institutions/name';
import { languages } from '#domain/languages';
import type { PartnerDetail } from '#server/features/partners';
import { Fact } from './fact';
import { useFieldLabels } from './field-labels';
import { WebLink } from './web-link';

/** What is known about a partner; `country` is in words. */
export function ProfileFacts({ partner }: { partner: PartnerDetail }) {
  const { t, i18n } = useTranslation('partners');
  const labelOf = useFieldLabels('profile');
  const { names, identifiers, profile, country } = partner;
  const shown = institutionName(names, i18n.language);
  const others = languages.filter((language) => names[language] && names[language] !== shown);
  const origin = (field: string) => (
    <OriginsButton
      of={labelOf(field)}
      origins={partner.origins.filter((one) => one.field === field)}
      labelOf={labelOf}
    />
  );
  const missing = <span className="text-muted">{t('profile.none')}</span>;
  return (
    <dl className="grid max-w-[60rem] gap-x-6 gap-y-1 sm:grid-cols-[13rem_1fr] sm:gap-y-2">
      <Fact label={t('profile.about')} origin={origin('about')}>
        {profile.about ? <p className="prose whitespace-pre-line">{profile.about}</p> : missing}
      </Fact>
      <Fact label={t('profile.instruments')} origin={origin('instruments')}>
        {profile.instruments.map((one) => t(`instrument.${one}`)).join(', ') || missing}
      </Fact>
      <Fact label={t('profile.modalities')} origin={origin('modalities')}>
        {profile.modalities.map((one) => t(`modality.${one}`)).join(', ') || missing}
      </Fact>
      <Fact label={t('profile.website')} origin={origin('website')}>
        {profile.website ? <WebLink to={profile.website} /> : missing}
      </Fact>
      <Fact label={t('profile.country')}>{country ?? t('institutions:form.international')}</Fact>
      {others.length > 0 && (
        <Fact label={t('institutions:detail.otherNames')}>
          {others.map((language) => (
            <span key={language} lang={language} className="block">
              {names[language]}
            </span>
          ))}
        </Fact>
      )}
      <Fact label={t('profile.aliases')} origin={origin('aliases')}>
        {profile.aliases.length === 0
          ? missing
          : profile.aliases.map((alias) => (
              <span key={alias} className="block">
                {alias}
              </span>
            ))}
      </Fact>
      <Fact label={t('institutions:form.identifiers')}>
        {identifiers.length === 0
          ? missing
          : identifiers.map(({ scheme, value }) => (
              <span key={`${scheme} ${value}`} className="numeric block" dir="ltr">
                {`${scheme} ${value}`}
              </span>
            ))}
      </Fact>
    </dl>
  );
}
