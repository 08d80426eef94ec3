import { useTranslation } from 'react-i18next';
import { useFormat } from '#app/i18n/format';
import type { WindowRule } from '#domain/funding-cycles/rule';

/** A rule as a sentence. */
export function RuleWords({ rule }: { rule: WindowRule }) {
  const { t } = useTranslation('cycles');
  const { date } = useFormat();
  const { firstOpens, until, everyMonths, closesAfterDays, reviewAfterDays, decisionAfterDays } = rule;
  const parts = [
    t('rule.words', { first: date(firstOpens), until: date(until) }),
    t('rule.wordsEvery', { count: everyMonths }),
    t('rule.wordsCloses', { count: closesAfterDays }),
    reviewAfterDays === null ? '' : t('rule.wordsReview', { count: reviewAfterDays }),
    decisionAfterDays === null ? '' : t('rule.wordsDecision', { count: decisionAfterDays }),
  ];
  return <p className="max-w-reading">{parts.filter(Boolean).join(' ')}</p>;
}
