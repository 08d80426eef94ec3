import type { KeptAct, Refused } from '#domain/dialogues/waiting-acts';

export type Answer =
  /** `nowMs` is the server's time after it: a view read later shows it. */
  | { answer: 'applied'; nowMs: number }
  | { answer: 'refused'; why: Refused }
  | { answer: 'signed_out' }
  /** It may have arrived or not. */
  | { answer: 'none' };

/** After this long a line is taken to be dead; what arrives all the same counts once. */
const patienceMs = 15_000;

/** Sends an act to the route that takes those which waited. */
export async function sendAct(
  address: string,
  { id, madeAtMs, act }: KeptAct,
  whose: { accountId: string; institutionId: string },
): Promise<Answer> {
  const dead = new AbortController();
  const timer = setTimeout(() => dead.abort(), patienceMs);
  const { accountId, institutionId: ownInstitutionId } = whose;
  try {
    const response = await fetch(address, {
      method: 'POST',
      body: new URLSearchParams({ ...act, id, madeAtMs: String(madeAtMs), accountId, ownInstitutionId }),
      redirect: 'manual',
      signal: dead.signal,
    });
    return await answerOf(response);
  } catch {
    return { answer: 'none' };
  } finally {
    clearTimeout(timer);
  }
}

async function answerOf(response: Response): Promise<Answer> {
  const { status, type } = response;
  // Whoever is signed out is led to the page for signing in.
  if (type === 'opaqueredirect' || status === 401) return { answer: 'signed_out' };
  if (status === 429 || status >= 500) return { answer: 'none' };
  const body = await response.json();
  if (response.ok) return { answer: 'applied', nowMs: body.nowMs };
  return { answer: 'refused', why: { code: body.code, problem: body.problem } };
}
