import { type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { answerWaitingAct } from '#app/features/dialogues/waiting/waiting-acts.server';

/** What a phone or the console did during a dialogue, now or when it had no network. */
export const action = answerWaitingAct;

export function loader({ params }: LoaderFunctionArgs) {
  return redirect(`/w/${params.slug}/dialogues/${params.id}/take-part`);
}
