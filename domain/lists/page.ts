/** One page of a list; `page` counts from 1. */
export interface Page<Row> {
  rows: Row[];
  page: number;
  pageCount: number;
  /** Rows on all pages together. */
  total: number;
}

/** Cuts out one page; a page past the end gives the last one. */
export function pageOf<Row>(rows: Row[], { page, size }: { page: number; size: number }): Page<Row> {
  const pageCount = Math.max(1, Math.ceil(rows.length / size));
  const current = Math.min(Math.max(1, Math.trunc(page) || 1), pageCount);
  return {
    rows: rows.slice((current - 1) * size, current * size),
    page: current,
    pageCount,
    total: rows.length,
  };
}
