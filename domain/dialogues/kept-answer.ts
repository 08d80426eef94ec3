/** An answer to an invitation as it is kept: once the start has moved it is without its time, being to a former date. */
export interface KeptAnswer<Answer extends string> {
  answer: Answer | null;
  answeredAt: string | null;
}

/** What is answered to the date as it stands; null where nothing is, or where that was to a former date. */
export function standingAnswer<Answer extends string>(kept: KeptAnswer<Answer>): Answer | null {
  return kept.answeredAt === null ? null : kept.answer;
}

/** What was answered to a former date and is asked again: neither that it comes, nor that it stays away. */
export function formerAnswer<Answer extends string>(kept: KeptAnswer<Answer>): Answer | null {
  return kept.answeredAt === null ? kept.answer : null;
}
