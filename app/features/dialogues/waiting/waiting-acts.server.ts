import type { ActionFunctionArgs } from '@remix-run/node';
import { DomainError, isDomainError, statusOfError } from '#domain/errors';
import { type ActContext, type Acts, handleActs } from '../acts.server';
import { runActs } from '../run-acts.server';
import { takePartActs } from '../take-part-acts.server';

/**
 * Takes an act that may have waited for the network, once however often it arrives. Answers in JSON: the time at which
 * it had been done, or why it was refused.
 */
export async function answerWaitingAct(args: ActionFunctionArgs): Promise<Response> {
  const answer = await settle(() => handleActs(args, waitingActs));
  if (answer instanceof Response) return Response.json({ nowMs: args.context.clock.now().getTime() });
  const { refusal } = answer;
  const why = refusal ?? { code: 'invalid_input', details: {} };
  const { problem = null } = why.details;
  return Response.json({ code: why.code, problem }, { status: answer.status });
}

/** Only what is safe to do later than it was asked for. */
function waitingActs(context: ActContext, formData: FormData): Acts {
  assertSamePerson(context, formData);
  const { 'floor-ask': ask, 'floor-withdraw': withdraw, position, answer } = takePartActs(context);
  const { attendance } = runActs(context);
  return { 'floor-ask': ask, 'floor-withdraw': withdraw, position, answer, attendance };
}

/** In the same browser another person may have signed in meanwhile, or the same one may act for another institution. */
function assertSamePerson({ asked, own }: ActContext, formData: FormData): void {
  const [accountId, institutionId] = [formData.get('accountId'), formData.get('ownInstitutionId')];
  if (accountId !== null && accountId !== asked.actor.accountId)
    throw new DomainError({ code: 'signed_out' });
  if (institutionId !== null && institutionId !== own)
    throw new DomainError({ code: 'forbidden', details: { problem: 'other_institution' } });
}

interface Settled {
  status: number;
  refusal: { code: string; details: Record<string, unknown> } | null;
}

/** A form's answer, returned or thrown, in one shape; a response is what leads on after success. */
async function settle(handle: () => ReturnType<typeof handleActs>): Promise<Response | Settled> {
  try {
    const answer = await handle();
    if (answer instanceof Response) return answer;
    return { status: answer.init?.status ?? 422, refusal: answer.data.refusal };
  } catch (error) {
    if (isDomainError(error)) {
      const { code, details } = error;
      return { status: statusOfError[code], refusal: { code, details } };
    }
    if (isThrownRefusal(error)) return { status: error.init.status, refusal: error.data };
    throw error;
  }
}

/** What `data(refusal, status)` makes. */
function isThrownRefusal(
  error: unknown,
): error is { data: NonNullable<Settled['refusal']>; init: { status: number } } {
  return typeof error === 'object' && error !== null && 'init' in error && 'data' in error;
}
