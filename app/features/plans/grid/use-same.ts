import { useRef } from 'react';

/** The value as it was while it says the same, so that what is worked out from it is not worked out again. */
export function useSame<T>(value: T): T {
  const kept = useRef({ value, text: '' });
  const text = JSON.stringify(value);
  if (text !== kept.current.text) kept.current = { value, text };
  return kept.current.value;
}
