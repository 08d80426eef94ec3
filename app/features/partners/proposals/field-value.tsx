import { useTranslation } from 'react-i18next';
import { useFormat } from '#app/i18n/format';
import type { ProposalSubject } from '#domain/partners/kinds';

export interface ValueNames {
  /** Names by place or country; the empty one is everywhere. */
  places: Record<string, string>;
  /** Names by code. */
  languages: Record<string, string>;
}

/** The value of a field of a partner's record, in words. */
export function FieldValue({
  subject,
  field,
  value,
  names,
}: {
  subject: ProposalSubject;
  field: string;
  value: unknown;
  names: ValueNames;
}) {
  const { t } = useTranslation('partners');
  const words = useFieldWords(names);
  const text = words(subject, field, value);
  if (text === '') return <span className="text-muted">{t('profile.none')}</span>;
  return <span className="wrap-anywhere whitespace-pre-line">{text}</span>;
}

/** The value of a field in words; an empty text where there is none. */
export function useFieldWords({ places, languages }: ValueNames) {
  const { t } = useTranslation('partners');
  const { date } = useFormat();
  return (subject: ProposalSubject, field: string, value: unknown): string => {
    if (field === 'place' || field === 'country') return places[String(value ?? '')] ?? String(value);
    if (value === null || value === undefined || value === '') return '';
    if (typeof value === 'boolean') return t(value ? 'yes' : 'no');
    if (field === 'instruments') return listed(value, (one) => t(`instrument.${one}`));
    if (field === 'modalities') return listed(value, (one) => t(`modality.${one}`));
    if (Array.isArray(value)) return value.join('\n');
    const text = String(value);
    if (/^(validFrom|validTo|lastReviewedOn|publishedOn)$/.test(field)) return date(text);
    if (field === 'theme') return t(`plans:theme.${text}`);
    if (field === 'instrument') return t(`instrument.${text}`);
    if (field === 'role') return t(`role.${text}`);
    if (field === 'kind' && subject === 'document') return t(`documentKind.${text}`);
    return field === 'language' ? (languages[text] ?? text) : text;
  };
}

function listed(value: unknown, nameOf: (one: string) => string): string {
  return Array.isArray(value) ? value.map((one) => nameOf(String(one))).join('\n') : '';
}
