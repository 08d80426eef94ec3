/** A text as it is compared in searches: without accents or capitals. */
export function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** Whether every word searched for occurs in one of the texts; nothing searched for matches everything. */
export function matchesSearch(search: string, texts: (string | null)[]): boolean {
  const words = fold(search).split(/\s+/).filter(Boolean);
  if (words.length === 0) return true;
  const haystack = fold(texts.filter(Boolean).join('\n'));
  return words.every((word) => haystack.includes(word));
}
