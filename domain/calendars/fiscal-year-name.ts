/** "2026" when it lies within one calendar year, else "2026/27". Shown with its dates beside it. */
export function fiscalYearName({ start, end }: { start: string; end: string }): string {
  const first = start.slice(0, 4);
  return end.startsWith(first) ? first : `${first}/${end.slice(2, 4)}`;
}
