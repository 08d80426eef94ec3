import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { makeFormat } from '#app/i18n/make-format';
import type { Fraction } from '#domain/dialogues/quorum';
import type { DecisionRule, Reason, Verdict } from '#domain/dialogues/verdict';
import { useInstitutionNames } from './institutions';
import { usePlaceTime } from './time-words';

/** Rules and verdicts in sentences. */
export function useRuleWords(timeZone: string) {
  const { t, i18n } = useTranslation('dialogues');
  const { dateTime } = usePlaceTime(timeZone);
  const nameOf = useInstitutionNames();
  return ruleWords({ t, dateTime, nameOf, language: i18n.language });
}

interface Words {
  t: TFunction<'dialogues'>;
  /** By the clocks of the place. */
  dateTime: (iso: string) => string;
  /** Empty for an institution that the reader may not be told of. */
  nameOf: (institutionId: string) => string;
  language: string;
}

/** The same outside of a page. */
export function ruleWords({ t, dateTime, nameOf, language }: Words) {
  const { list } = makeFormat(language);
  const at = (ms: number) => dateTime(new Date(ms).toISOString());
  const shareOf = ({ numerator, denominator }: Fraction) => `${numerator}/${denominator}`;

  function ruleText(rule: DecisionRule): string {
    if (rule.kind === 'silence') return t('rule.silenceUntil', { deadline: at(rule.deadlineMs) });
    const text =
      rule.kind === 'consensus'
        ? t('rule.consensus')
        : t(`rule.threshold_${rule.by}`, { share: shareOf(rule.atLeast) });
    if (!rule.quorum) return text;
    return `${text} ${t(`rule.quorum_${rule.quorum.by}`, { share: shareOf(rule.quorum.atLeast) })}`;
  }

  function reasonText(reason: Reason): string {
    switch (reason.code) {
      case 'quorum_met':
      case 'quorum_missed':
        return t(`reason.${reason.code}`, { ...reason.quorum });
      case 'objections':
      case 'reservations':
      case 'ad_referendum':
        return t(`reason.${reason.code}`, {
          count: reason.institutionIds.length,
          institutions: list(reason.institutionIds.map(nameOf).filter(Boolean)),
        });
      case 'silence_runs':
      case 'silence_over':
        return t(`reason.${reason.code}`, { deadline: at(reason.deadlineMs) });
      case 'threshold_reached':
      case 'threshold_missed': {
        const { inFavour, needed, of } = reason;
        return t(`reason.${reason.code}`, { inFavour, needed, of });
      }
      case 'none_stand':
        return t(`reason.none_stand_${reason.by}`);
      default:
        return t(`reason.${reason.code}`);
    }
  }

  return { ruleText, reasonsOf: (verdict: Verdict) => verdict.reasons.map(reasonText) };
}
