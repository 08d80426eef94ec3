interface Splice {
  from: number;
  to: number;
  inserted: string;
}

/**
 * Two people changed the same text: `mine` and `theirs` both began as `base`. Both changes are kept; where they touch
 * the same place, mine replaces it and theirs stands behind it.
 */
export function mergeText(base: string, mine: string, theirs: string): string {
  if (theirs === base || mine === theirs) return mine;
  if (mine === base) return theirs;
  const my = spliceBetween(base, mine);
  const their = spliceBetween(base, theirs);
  if (my.to <= their.from) return apply(apply(base, their), my);
  if (their.to <= my.from) return apply(apply(base, my), their);
  const from = Math.min(my.from, their.from);
  const to = Math.max(my.to, their.to);
  return apply(base, { from, to, inserted: my.inserted + their.inserted });
}

/** The smallest single replacement that turns one text into the other. */
function spliceBetween(before: string, after: string): Splice {
  const shorter = Math.min(before.length, after.length);
  let from = 0;
  while (from < shorter && before[from] === after[from]) from++;
  let kept = 0;
  while (kept < shorter - from && before.at(-1 - kept) === after.at(-1 - kept)) kept++;
  return { from, to: before.length - kept, inserted: after.slice(from, after.length - kept) };
}

function apply(text: string, { from, to, inserted }: Splice): string {
  return text.slice(0, from) + inserted + text.slice(to);
}

/** The same for a list of values: what I added and took away, done to theirs. */
export function mergeChoices(
  base: readonly string[],
  mine: readonly string[],
  theirs: readonly string[],
): string[] {
  const kept = theirs.filter((value) => mine.includes(value) || !base.includes(value));
  return [...kept, ...mine.filter((value) => !base.includes(value) && !kept.includes(value))];
}
