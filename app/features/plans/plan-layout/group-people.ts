import type { Person } from '#app/features/documents';

/** Someone who is here, however many windows they have open. */
export interface PresentPerson {
  key: string;
  name: string;
  acronym: string;
  kind: string;
}

/** The people behind the connections: one entry for each person and institution, in the order given. */
export function groupPeople(
  connections: readonly Pick<Person, 'accountId' | 'institutionId' | 'name' | 'acronym' | 'kind'>[],
): PresentPerson[] {
  const people = new Map<string, PresentPerson>();
  for (const { accountId, institutionId, name, acronym, kind } of connections) {
    const key = `${accountId} ${institutionId}`;
    if (!people.has(key)) people.set(key, { key, name, acronym, kind });
  }
  return [...people.values()];
}

/** Up to two letters for a name: "Planning, Ministry of Health" is PM. Signs and small joining words do not count. */
export function initialsOf(name: string): string {
  const words = name.split(/[^\p{L}\p{N}]+/u).filter((word) => /^\p{Lu}|^\p{N}/u.test(word));
  const chosen = words.length > 0 ? words : [name.trim()];
  return chosen
    .slice(0, 2)
    .map((word) => [...word][0] ?? '')
    .join('')
    .toLocaleUpperCase();
}
