export type PageItem = number | { after: string };

/** The first, the last and the neighbours of a page; a gap where at least two are left out. */
export function pageNumbers(page: number, pageCount: number): PageItem[] {
  const shown = new Set([1, pageCount, page - 1, page, page + 1].filter((n) => n >= 1 && n <= pageCount));
  const sorted = [...shown].sort((a, b) => a - b);
  return sorted.flatMap((n, index): PageItem[] => {
    const previous = sorted[index - 1];
    if (previous === undefined || n - previous === 1) return [n];
    return n - previous === 2 ? [n - 1, n] : [{ after: `after-${previous}` }, n];
  });
}
