import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { DialogueFrame } from '#app/features/dialogues';
import { handleActs } from '#app/features/dialogues/acts.server';
import '#app/features/dialogues/dialogues.css';
import { loadDialogue } from '#app/features/dialogues/load-dialogue.server';
import { CountsSection, FeedbackAnswers, OwnFeedback } from '#app/features/feedback';
import { feedbackActs } from '#app/features/feedback/feedback-acts.server';
import { requireMember } from '#app/features/workspaces/gate.server';
import { guardAction, guardLoader } from '#app/http/guard';
import { titleFromData } from '#app/http/title';

export const meta = titleFromData;

export const loader = guardLoader(async (args: LoaderFunctionArgs) => {
  const { actor, workspace } = await requireMember(args);
  const loaded = await loadDialogue(args);
  const asked = { actor, workspaceId: workspace.id, dialogueId: loaded.view.id };
  const service = args.context.services.feedback;
  const feedback = await service.showFeedback(asked);
  return { ...loaded, feedback, answers: feedback.mayAnswer ? await service.listFeedback(asked) : null };
});

export const action = guardAction((args: ActionFunctionArgs) => handleActs(args, feedbackActs));

export default function Feedback() {
  const { slug, view, feedback, answers } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <DialogueFrame slug={slug} view={view} answer={answer}>
      <OwnFeedback view={view} feedback={feedback} answer={answer} />
      {feedback.state !== 'none' && <CountsSection feedback={feedback} answers={answers} />}
      {feedback.state !== 'none' && answers && (
        <FeedbackAnswers
          answers={answers}
          exportTo={`/w/${slug}/dialogues/${view.id}/feedback.csv`}
          timeZone={view.timeZone}
          answer={answer}
        />
      )}
    </DialogueFrame>
  );
}
