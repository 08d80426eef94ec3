export const viewLimits = { name: 80, query: 1000, perPerson: 50 } as const;

/** What of a list's address a view keeps: filters, search and order, never the page or a message. */
export function viewQuery(search: string): string {
  const params = new URLSearchParams(search);
  for (const name of ['page', 'done', 'index', '_data', '_routes']) params.delete(name);
  for (const [name, value] of [...params]) if (value === '') params.delete(name);
  params.sort();
  return params.toString().slice(0, viewLimits.query);
}
