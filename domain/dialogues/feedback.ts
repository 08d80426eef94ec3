/** Whether an institution's concern was heard; `none_raised`: it had none. */
export const heardAnswers = ['yes', 'partly', 'no', 'none_raised'] as const;
export type Heard = (typeof heardAnswers)[number];

/** How useful the dialogue was, from not at all to very. */
export const usefulnessSteps = [1, 2, 3, 4, 5] as const;
export type Usefulness = (typeof usefulnessSteps)[number];

/** Feedback is given, and changed, for this long after the end. */
export const feedbackDays = 30;
const dayMs = 86_400_000;

/** Of fewer answers the counts would say who answered what. */
export const fewestCounted = 3;

export type FeedbackState = 'none' | 'open' | 'closed';

interface Held {
  endedAt: string | null;
  cancelledAt: string | null;
}

/** The last instant of feedback; null before the dialogue has ended. */
export function feedbackClosesAt({ endedAt }: Pick<Held, 'endedAt'>): string | null {
  return endedAt && new Date(Date.parse(endedAt) + feedbackDays * dayMs).toISOString();
}

/** Whether feedback is given now; `none` where nobody was asked yet. */
export function feedbackStateOf(dialogue: Held, nowMs: number): FeedbackState {
  const closesAt = feedbackClosesAt(dialogue);
  if (!closesAt || dialogue.cancelledAt) return 'none';
  return nowMs <= Date.parse(closesAt) ? 'open' : 'closed';
}

export type FeedbackCounts = Record<Heard, number>;

/** How many gave each answer. */
export function countHeard(answers: readonly { heard: Heard }[]): FeedbackCounts {
  const counts: FeedbackCounts = { yes: 0, partly: 0, no: 0, none_raised: 0 };
  for (const { heard } of answers) counts[heard] += 1;
  return counts;
}

/** What may be told of them to everyone; null while they are so few that somebody would be singled out. */
export function tellableCounts(answers: readonly { heard: Heard }[]): FeedbackCounts | null {
  return answers.length < fewestCounted ? null : countHeard(answers);
}

const weights = { yes: 1, partly: 0.5, no: 0 } as const;

/** How far concerns were heard, from 0 to 1; null where none was raised. */
export function heardShare({ yes, partly, no }: FeedbackCounts): number | null {
  const raised = yes + partly + no;
  return raised === 0 ? null : (yes * weights.yes + partly * weights.partly + no * weights.no) / raised;
}

export type ReplyState =
  /** There is nothing to reply to. */
  | 'none'
  | 'awaited'
  | 'given'
  /** The institution has changed its feedback since. */
  | 'outdated';

/** Where the convenor's reply to what an institution wrote stands. */
export function replyStateOf({
  text,
  givenAt,
  repliedAt,
}: {
  text: string;
  givenAt: string;
  repliedAt: string | null;
}): ReplyState {
  if (repliedAt) return repliedAt < givenAt ? 'outdated' : 'given';
  return text ? 'awaited' : 'none';
}
