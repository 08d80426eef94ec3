import type { Dependencies } from '../dialogues';
import { giveCommand } from './give';
import { replyCommand } from './reply';
import { feedbackQueries } from './show';

export type { FeedbackView, GivenFeedback, InstitutionFeedback } from './show';

/** What institutions say of a dialogue once it has ended, and what its convenors reply. */
export function makeFeedback(dependencies: Dependencies) {
  return { ...giveCommand(dependencies), ...replyCommand(dependencies), ...feedbackQueries(dependencies) };
}
