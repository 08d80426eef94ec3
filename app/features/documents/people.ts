import type { Awareness } from 'y-protocols/awareness';
import type { PresenceUser } from '#domain/documents/protocol';
import type { Person } from './document-context';

/** Everyone else here, in a steady order; entries without the server's stamp are not shown. */
export function readPeople(awareness: Awareness): Person[] {
  const people: Person[] = [];
  for (const [clientId, state] of awareness.getStates()) {
    const user = state.user as PresenceUser | undefined;
    if (clientId === awareness.clientID || !user?.accountId) continue;
    people.push({ ...user, clientId, state });
  }
  return people.sort((a, b) => a.name.localeCompare(b.name) || a.clientId - b.clientId);
}
