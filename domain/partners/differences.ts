/** The fields of a part of a partner's record, by name; values as JSON has them. */
export type Fields = Record<string, unknown>;

/** What of `after` stands differently in `before`. */
export function differencesOf(before: Fields, after: Fields): Fields {
  return Object.fromEntries(Object.entries(after).filter(([field, value]) => !isSame(before[field], value)));
}

/**
 * The fields that someone else has set to something third since they were seen: neither what was seen nor what is now
 * wanted stands there.
 */
export function conflictsOf({
  seen,
  wanted,
  current,
}: {
  seen: Fields;
  wanted: Fields;
  current: Fields;
}): string[] {
  return Object.keys(wanted).filter(
    (field) => !isSame(current[field], seen[field]) && !isSame(current[field], wanted[field]),
  );
}

export function pick(fields: Fields, names: readonly string[]): Fields {
  return Object.fromEntries(names.map((name) => [name, fields[name] ?? null]));
}

/** Lists are sets here: the order in which instruments were ticked says nothing. */
function isSame(a: unknown, b: unknown): boolean {
  return canonical(a) === canonical(b);
}

function canonical(value: unknown): string {
  return JSON.stringify(Array.isArray(value) ? [...value].sort() : (value ?? null));
}
