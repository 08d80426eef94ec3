import { describe, expect, it } from 'vitest';
import { CellPresence, presenceKey } from './presence';

const person = (clientId: number, place: unknown) => ({
  clientId,
  name: 'Planning',
  acronym: 'MSANP',
  kind: 'ministry',
  state: { [presenceKey]: place },
});

describe('presence in the grid', () => {
  it('keeps the same visitors of an action while others move elsewhere', () => {
    const presence = new CellPresence();
    presence.update([person(1, { actionId: 'a', column: 'title' })]);
    const visitors = presence.visitors('a');
    presence.update([
      person(1, { actionId: 'a', column: 'title' }),
      person(2, { actionId: 'b', column: 'lead' }),
    ]);
    expect(presence.visitors('a')).toBe(visitors);
    expect(presence.visitors('b')).toHaveLength(1);
  });

  it('shows nothing of what is not a place', () => {
    const presence = new CellPresence();
    presence.update([person(1, null), person(2, 'a'), person(3, { actionId: 4, column: 'title' })]);
    expect(presence.visitors('a')).toEqual([]);
  });
});
