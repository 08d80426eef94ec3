import { parseSort, type Sort } from '#domain/lists/order';

/** What every list reads from its address. */
export function readListParams<Key extends string>(
  request: Request,
  { sorts, fallback }: { sorts: readonly Key[]; fallback: Key },
): { params: URLSearchParams; search: string; sort: Sort<Key>; page: number } {
  const params = new URL(request.url).searchParams;
  return {
    params,
    search: (params.get('q') ?? '').slice(0, 200),
    sort: parseSort(params.get('sort'), sorts, fallback),
    page: Number(params.get('page') ?? 1),
  };
}

/** For exports: the whole list as it is filtered. */
export const wholeList = { page: 1, size: 100_000 };
