import { periodOf } from '../calendars';
import type { CutFact } from './cut-activity';
import type { ActivityRecord, FactRecord } from './types';

/** What a person should look at in an activity: none of it is dropped, and none of it is guessed. */
export const activityProblems = [
  'no_facts',
  'no_country',
  'no_sector',
  'no_year',
  'no_currency',
  'amount_unread',
  'not_converted',
] as const;
export type ActivityProblem = (typeof activityProblems)[number];

/** The problems of an activity, from its facts and what they came to. */
export function problemsOf(activity: ActivityRecord, cuts: readonly CutFact[]): ActivityProblem[] {
  const found = new Set<ActivityProblem>();
  if (activity.facts.length === 0) found.add('no_facts');
  activity.facts.forEach((fact, index) => {
    for (const problem of problemsOfFact(fact, cuts[index])) found.add(problem);
  });
  return activityProblems.filter((problem) => found.has(problem));
}

/** Those of one fact; nothing is wrong with an original that a revision replaced. */
export function problemsOfFact(fact: FactRecord, cut: CutFact | undefined): ActivityProblem[] {
  if (!cut?.isCounted) return [];
  if (fact.amount === null) return ['amount_unread'];
  const checks: [ActivityProblem, boolean][] = [
    ['no_country', cut.parts.some(({ country }) => country === '')],
    ['no_sector', cut.parts.some(({ sector, theme }) => sector === '' && theme === '')],
    ['no_year', periodOf(fact.periodStart, fact.periodEnd) === null],
    ['no_currency', fact.currency === null],
    ['not_converted', fact.currency !== null && cut.usd === null],
  ];
  return checks.flatMap(([problem, isFound]) => (isFound ? [problem] : []));
}
