import type * as Y from 'yjs';

/**
 * Turns a shared text into `next` by the smallest single replacement, so that what others type elsewhere in it at
 * the same time is kept. Never cuts a character made of two code units in half.
 */
export function editText(text: Y.Text, next: string): void {
  const current = text.toString();
  if (current === next) return;
  let start = 0;
  const shorter = Math.min(current.length, next.length);
  while (start < shorter && current[start] === next[start]) start++;
  if (start > 0 && isHighSurrogate(current.charCodeAt(start - 1))) start--;

  let kept = 0;
  while (kept < shorter - start && current.at(-1 - kept) === next.at(-1 - kept)) kept++;
  if (kept > 0 && isLowSurrogate(current.charCodeAt(current.length - kept))) kept--;

  const removed = current.length - kept - start;
  const added = next.slice(start, next.length - kept);
  if (removed > 0) text.delete(start, removed);
  if (added !== '') text.insert(start, added);
}

function isHighSurrogate(code: number): boolean {
  return code >= 0xd800 && code <= 0xdbff;
}

function isLowSurrogate(code: number): boolean {
  return code >= 0xdc00 && code <= 0xdfff;
}
