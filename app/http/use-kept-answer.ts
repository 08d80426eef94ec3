import { useLocation } from '@remix-run/react';
import { useRef } from 'react';

/**
 * What an action answered, for as long as the page stays: the router forgets it whenever the page's data is fetched
 * anew, and what is shown only once would go before it could be copied.
 */
export function useKeptAnswer<T>(answer: T | null): T | null {
  const { key } = useLocation();
  const kept = useRef<{ key: string; answer: T } | null>(null);
  if (answer !== null) kept.current = { key, answer };
  return kept.current?.key === key ? kept.current.answer : null;
}
