import { type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { loadDialogue } from '#app/features/dialogues/load-dialogue.server';
import { answerWaitingAct } from '#app/features/dialogues/waiting/waiting-acts.server';
import { guardLoader } from '#app/http/guard';

/** What a phone or the console did during a dialogue, now or when it had no network. */
export const action = answerWaitingAct;

export const loader = guardLoader(async (args: LoaderFunctionArgs) => {
  const { slug, view } = await loadDialogue(args);
  return redirect(`/w/${slug}/dialogues/${view.id}/take-part`);
});
