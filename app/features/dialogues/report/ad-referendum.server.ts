import { serverI18n } from '#app/i18n/i18n.server';
import { makeFormat } from '#app/i18n/make-format';
import { institutionShortName } from '#domain/institutions/name';
import type { Language } from '#domain/languages';
import type { DecisionLine } from '#server/features/dialogues';

/** Who spoke subject to confirmation, in a sentence of a file; how many, where they may not be named; empty for nobody. */
export function adReferendumText(adReferendum: DecisionLine['adReferendum'], language: Language): string {
  const count = adReferendum.length;
  if (count === 0) return '';
  const t = serverI18n(language).getFixedT(null, 'dialogues');
  const names = adReferendum.flatMap((label) => (label ? [institutionShortName(label, language)] : []));
  if (names.length < count) return t('report:unnamed.adReferendum', { count });
  return t('reason.ad_referendum', { count, institutions: makeFormat(language).list(names) });
}
