import { guardAction, guardLoader } from '#app/http/guard';
import { DomainError } from '#domain/errors';

/** Any other address: without this route the answer would not know the reader's language. */
export const loader = guardLoader(findNothing);
export const action = guardAction(findNothing);

async function findNothing(): Promise<never> {
  throw new DomainError({ code: 'not_found' });
}

export default function Nothing() {
  return null;
}
