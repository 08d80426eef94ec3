import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#app/i18n/format';
import { InstitutionBadge } from '#app/ui';
import type { ShareRecord } from '#domain/commitments/types';
import { institutionName } from '#domain/institutions/name';
import type { FoundActivity } from '#server/features/commitments';

/** What is known about an activity beside its facts. */
export function ActivityFactsList({
  activity,
  base,
  countryNames,
  sectorNames,
}: {
  activity: FoundActivity;
  base: string;
  countryNames: Record<string, string>;
  sectorNames: Record<string, string>;
}) {
  const { t, i18n } = useTranslation('commitments');
  const { date, day } = useFormat();
  const { record, partner } = activity;
  const { status, startsOn, endsOn, instrument, identifier, organisations } = record;
  const systems = (['isOnPlan', 'isOnBudget', 'isOnTreasury'] as const).filter((name) => record[name]);
  const named = ({ kind, code, vocabulary }: ShareRecord) => {
    if (kind === 'country') return countryNames[code] ?? code;
    if (kind === 'theme') return t(`plans:theme.${code}`);
    if (kind === 'sector' && (vocabulary === '' || vocabulary === '1'))
      return `${code} – ${sectorNames[code] ?? ''}`;
    return vocabulary ? `${code} (${t('activity.vocabulary', { code: vocabulary })})` : code;
  };
  const shares = (kind: ShareRecord['kind']) => record.shares.filter((share) => share.kind === kind);
  return (
    <dl className="my-6 grid max-w-reading gap-x-6 gap-y-1 sm:grid-cols-[11rem_1fr] sm:gap-y-2">
      <Fact label={t('filter.partner')}>
        <Link to={`${base}/partners/${partner.id}/commitments`} className="no-underline">
          <InstitutionBadge
            kind={partner.kind}
            acronym={partner.acronym}
            name={institutionName(partner.names, i18n.language)}
            isFull
          />
        </Link>
      </Fact>
      {record.description && <Fact label={t('form.description')}>{record.description}</Fact>}
      {status && <Fact label={t('filter.status')}>{t(`status.${status}`)}</Fact>}
      {(startsOn || endsOn) && (
        <Fact label={t('list.period')}>
          {[startsOn, endsOn].map((end) => (end ? date(end) : '…')).join(' – ')}
        </Fact>
      )}
      {instrument && <Fact label={t('form.instrument')}>{t(`instrument.${instrument}`)}</Fact>}
      {systems.length > 0 && (
        <Fact label={t('activity.systems')}>{systems.map((name) => t(`form.${name}`)).join(', ')}</Fact>
      )}
      {(['country', 'region', 'sector', 'theme'] as const).map((kind) => {
        const given = shares(kind);
        if (given.length === 0) return null;
        return (
          <Fact key={kind} label={t(`shares.${kind}`)}>
            {given.map((share) => (
              <span key={`${share.vocabulary} ${share.code}`} className="block">
                {named(share)}
                {share.percentage !== null && ` – ${share.percentage} %`}
              </span>
            ))}
          </Fact>
        );
      })}
      {organisations.length > 0 && (
        <Fact label={t('activity.organisations')}>
          {organisations.map(({ name, ref, role }) => (
            <span key={`${role} ${ref} ${name}`} className="block">
              {name || ref}
              {role && ` – ${t(`role.${role}`, { defaultValue: role })}`}
            </span>
          ))}
        </Fact>
      )}
      {identifier && (
        <Fact label={t('form.identifier')}>
          <span dir="ltr">{identifier}</span>
        </Fact>
      )}
      <Fact label={t('activity.setBy')}>
        {[activity.setByName, t(`source.${activity.source}`), activity.sourceText, day(activity.setAt)]
          .filter(Boolean)
          .join(' · ')}
      </Fact>
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
