/** Databases take so many values in one query. */
export const atOnce = 500;

export function chunks<T>(items: readonly T[], size: number = atOnce): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, part) =>
    items.slice(part * size, (part + 1) * size),
  );
}
