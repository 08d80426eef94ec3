import type {
  CodedShare,
  DocumentLink,
  IatiValue,
  Narrative,
  OrganisationRef,
  Period,
  VocabularyCode,
} from '../types';
import { type Attributes, type Part, tag, text } from './xml';

/** What the record itself says, which its elements need not repeat. */
export interface Inherited {
  language: string | null;
  currency: string | null;
}

export function narratives(list: readonly Narrative[], { language }: Inherited): string[] {
  return list.map((narrative) =>
    tag(
      'narrative',
      { 'xml:lang': narrative.language === language ? null : narrative.language },
      text(narrative.text),
    ),
  );
}

/** Where the schema wants at least one narrative: an empty one, which reads as none, where the record has none. */
export function wantedNarratives(list: readonly Narrative[], inherited: Inherited): string[] {
  return list.length > 0 ? narratives(list, inherited) : [tag('narrative')];
}

/** An element that the schema wants at least one narrative in; nothing without one. */
export function words(
  name: string,
  list: readonly Narrative[],
  inherited: Inherited,
  attributes: Attributes = {},
): Part {
  return list.length > 0 && tag(name, attributes, narratives(list, inherited));
}

export function code(name: string, value: string | null): Part {
  return value !== null && tag(name, { code: value });
}

/** Null where the schema has no way to say it: it wants an amount, and a date of its value. */
export function value(
  { amount, text: published, currency, valueDate }: IatiValue,
  fallbackDate: string | null,
  inherited: Inherited,
): string | null {
  const date = valueDate ?? fallbackDate;
  if (amount === null || !date) return null;
  const shown = currency === inherited.currency ? null : currency;
  return tag('value', { currency: shown, 'value-date': date }, text(published.trim() || amount));
}

export function period({ start, end }: Period): Part {
  return [
    start !== null && tag('period-start', { 'iso-date': start }),
    end !== null && tag('period-end', { 'iso-date': end }),
  ];
}

export function organisation(name: string, given: OrganisationRef | null, inherited: Inherited): Part {
  if (!given) return null;
  const side = name === 'provider-org' ? 'provider-activity-id' : 'receiver-activity-id';
  const attributes = { ref: given.ref, [side]: given.activityId, type: given.type };
  return tag(name, attributes, narratives(given.names, inherited));
}

export function share(
  name: string,
  given: CodedShare,
  inherited: Inherited,
  { hasPercentage = true } = {},
): Part {
  const attributes = {
    code: given.code ?? '',
    vocabulary: name === 'recipient-country' ? null : given.vocabulary,
    percentage: hasPercentage ? given.percentage : null,
  };
  return tag(name, attributes, narratives(given.names, inherited));
}

export function vocabularyCode(name: string, { code: own, vocabulary }: VocabularyCode): Part {
  return tag(name, { code: own ?? '', vocabulary });
}

/** What the schema asks for and the file did not say is left empty: it reads as absent again. */
export function documentLink(given: DocumentLink, inherited: Inherited): Part {
  const { url, format, titles, descriptions, categories, languages, date } = given;
  return tag(
    'document-link',
    { url: url ?? '', format: format ?? '' },
    tag('title', {}, wantedNarratives(titles, inherited)),
    words('description', descriptions, inherited),
    (categories.length > 0 ? categories : ['']).map((each) => tag('category', { code: each })),
    languages.map((each) => tag('language', { code: each })),
    date !== null && tag('document-date', { 'iso-date': date }),
  );
}

/** xsd:dateTime; what publishers write otherwise would make the file invalid. */
export function dateTime(given: string | null): string | null {
  return given && /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})?$/.test(given)
    ? given
    : null;
}
