import { isRealDate } from '../../calendars/dates';
import {
  attributeOf,
  childOf,
  childrenOf,
  hasRepeated,
  languageOf,
  pathOf,
  textOf,
  type XmlElement,
} from './element';
import type { ProblemCode, Report } from './problems';
import type {
  CodedShare,
  DocumentLink,
  IatiValue,
  Narrative,
  OrganisationRef,
  Period,
  VocabularyCode,
} from './types';

/** What reading a record needs beside the record: where problems go, and its default currency. */
export interface Reading {
  report: Report;
  defaultCurrency: string | null;
}

export function flag(
  { report }: Reading,
  code: ProblemCode,
  element: XmlElement,
  details: Record<string, string | number> = {},
): void {
  report({ code, line: element.line, path: pathOf(element), details });
}

export function readNarratives(element: XmlElement | null): Narrative[] {
  const narratives: Narrative[] = [];
  if (!element) return narratives;
  for (const narrative of childrenOf(element, 'narrative')) {
    const text = textOf(narrative);
    if (text) narratives.push({ language: languageOf(narrative), text });
  }
  return narratives;
}

/** The code of the only element of this name. */
export function codeOf(parent: XmlElement, name: string): string | null {
  return attributeOf(childOf(parent, name), 'code');
}

export function yesOrNo(text: string | null): boolean | null {
  if (text === '1' || text === 'true') return true;
  return text === '0' || text === 'false' ? false : null;
}

/** Currency: the value's own, else the record's default. White space around the number is not part of it. */
export function readValue(parent: XmlElement, reading: Reading): IatiValue {
  const element = childOf(parent, 'value');
  const text = textOf(element) ?? '';
  const currency = attributeOf(element, 'currency') ?? reading.defaultCurrency;
  const amount = decimalOf(text);
  if (text === '') flag(reading, 'amount_missing', element ?? parent);
  else if (amount === null) flag(reading, 'amount_invalid', element ?? parent, { text: text.slice(0, 80) });
  if (!currency) flag(reading, 'currency_missing', element ?? parent);
  else if (!isCurrencyCode(currency))
    flag(reading, 'currency_unknown', element ?? parent, { currency: currency.slice(0, 40) });
  const valueDate = element ? dateIn(element, 'value-date', reading) : null;
  return { amount, text, currency, valueDate };
}

function isCurrencyCode(text: string): boolean {
  if (text.length !== 3) return false;
  for (let i = 0; i < 3; i++) if (text.charCodeAt(i) < 0x41 || text.charCodeAt(i) > 0x5a) return false;
  return true;
}

/** An xsd:decimal of at most sixty digits, without needless zeros. */
function decimalOf(text: string): string | null {
  if (isPlainDecimal(text)) return text;
  const match = text.length <= 60 ? /^([+-]?)0*(\d*)(?:\.(\d*))?$/.exec(text) : null;
  if (!match || !/\d/.test(text)) return null;
  const [, sign, whole, fraction = ''] = match;
  let end = fraction.length;
  while (end > 0 && fraction[end - 1] === '0') end--;
  if (!whole && end === 0) return '0';
  return `${sign === '-' ? '-' : ''}${whole || '0'}${end > 0 ? `.${fraction.slice(0, end)}` : ''}`;
}

/** Whether it is written as we write it, as nearly all are: finding that out is cheaper than taking it apart. */
function isPlainDecimal(text: string): boolean {
  let point = -1;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 0x2e && point < 0) point = i;
    else if (code < 0x30 || code > 0x39) return false;
  }
  const whole = point < 0 ? text.length : point;
  if (whole === 0 || text.length > 60 || (whole > 1 && text.startsWith('0'))) return false;
  return point < 0 || (point < text.length - 1 && !text.endsWith('0'));
}

/** The date of an attribute, flagged where it is no date of the calendar; null where absent. */
export function dateIn(element: XmlElement, attribute: string, reading: Reading): string | null {
  const text = attributeOf(element, attribute);
  return text ? checkedDate(text, { element, attribute, reading }) : null;
}

function checkedDate(
  text: string,
  { element, attribute, reading }: { element: XmlElement; attribute: string; reading: Reading },
): string | null {
  const date = dateOf(text);
  if (date === null) flag(reading, 'date_invalid', element, { attribute, text: text.slice(0, 40) });
  return date;
}

function dateOf(text: string): string | null {
  if (text.length === 10 && isDate(text)) return text;
  // xsd:date may carry a time zone, and publishers write whole instants; the date is what it says.
  const [, date = ''] = /^(\d{4}-\d{2}-\d{2})(T[\d:.]+)?(Z|[+-]\d{2}:\d{2})?$/.exec(text) ?? [];
  return isDate(date) ? date : null;
}

function isDate(text: string): boolean {
  if (text.length !== 10 || text.charCodeAt(4) !== dash || text.charCodeAt(7) !== dash) return false;
  // What is no digit is NaN, and no date has that.
  return isRealDate(digitsOf(text, 0, 4), digitsOf(text, 5, 7), digitsOf(text, 8, 10));
}

const dash = 0x2d;

function digitsOf(text: string, start: number, end: number): number {
  let number = 0;
  for (let i = start; i < end; i++) {
    const digit = text.charCodeAt(i) - 0x30;
    if (digit < 0 || digit > 9) return Number.NaN;
    number = number * 10 + digit;
  }
  return number;
}

/** The @iso-date of a child, flagged where it is not there. */
export function requiredDate(parent: XmlElement, name: string, reading: Reading): string | null {
  const element = childOf(parent, name);
  const text = attributeOf(element, 'iso-date');
  if (element && text) return checkedDate(text, { element, attribute: 'iso-date', reading });
  flag(reading, 'date_missing', element ?? parent, { element: name });
  return null;
}

export function readPeriod(parent: XmlElement, reading: Reading, options = { needsEnd: true }): Period {
  const start = requiredDate(parent, 'period-start', reading);
  const hasEnd = options.needsEnd || childOf(parent, 'period-end') !== null;
  const end = hasEnd ? requiredDate(parent, 'period-end', reading) : null;
  if (start && end && end < start) flag(reading, 'period_reversed', parent, { start, end });
  return { start, end };
}

export function readOrganisationRef(element: XmlElement | null): OrganisationRef | null {
  if (!element) return null;
  return {
    ref: attributeOf(element, 'ref'),
    type: attributeOf(element, 'type'),
    names: readNarratives(element),
    activityId:
      attributeOf(element, 'activity-id') ??
      attributeOf(element, 'provider-activity-id') ??
      attributeOf(element, 'receiver-activity-id'),
  };
}

export function readShares(parent: XmlElement, name: string, reading: Reading): CodedShare[] {
  return childrenOf(parent, name).map((element) => {
    const text = attributeOf(element, 'percentage');
    const percentage = text === null ? null : decimalOf(text);
    if (text !== null && (percentage === null || percentage.startsWith('-')))
      flag(reading, 'percentage_invalid', element, { text: text.slice(0, 40) });
    return {
      code: attributeOf(element, 'code'),
      vocabulary: attributeOf(element, 'vocabulary'),
      percentage: percentage?.startsWith('-') ? null : percentage,
      names: readNarratives(element),
    };
  });
}

export function readVocabularyCode(element: XmlElement): VocabularyCode {
  return { code: attributeOf(element, 'code'), vocabulary: attributeOf(element, 'vocabulary') };
}

export function readDocumentLink(element: XmlElement, reading: Reading): DocumentLink {
  const date = childOf(element, 'document-date');
  return {
    url: attributeOf(element, 'url'),
    format: attributeOf(element, 'format'),
    titles: readNarratives(childOf(element, 'title')),
    descriptions: readNarratives(childOf(element, 'description')),
    categories: codesOf(element, 'category'),
    languages: codesOf(element, 'language'),
    date: date ? dateIn(date, 'iso-date', reading) : null,
  };
}

function codesOf(parent: XmlElement, name: string): string[] {
  return childrenOf(parent, name).flatMap((element) => attributeOf(element, 'code') ?? []);
}

/** Flags the second and later elements of names that may come once: only the first is read. */
export function flagRepeated(parent: XmlElement, names: readonly string[], reading: Reading): void {
  if (!hasRepeated(parent)) return;
  for (const name of names) {
    const all = childrenOf(parent, name);
    for (let i = 1; i < all.length; i++) flag(reading, 'element_repeated', all[i] ?? parent);
  }
}
