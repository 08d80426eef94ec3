import { guardLoader } from '#app/http/guard';
import { DomainError } from '#domain/errors';

/** Any other address: without this route the answer would not know the reader's language. */
export const loader = guardLoader(async () => {
  throw new DomainError({ code: 'not_found' });
});

export const action = loader;

export default function Nothing() {
  return null;
}
