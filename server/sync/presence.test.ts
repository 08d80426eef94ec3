import { describe, expect, it } from 'vitest';
import { Awareness, applyAwarenessUpdate, encodeAwarenessUpdate } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { Presence, type Present } from './presence';
import { encodeEntry, PresenceFrames } from './presence-frames';

/** A person with a stock client's memory of the others. */
function makePerson(clientId: number) {
  const awareness = new Awareness(new Y.Doc());
  awareness.setLocalState(null);
  const frames: Uint8Array[] = [];
  const person = {
    accountId: `account ${clientId}`,
    user: { name: `person ${clientId}` },
    clientId,
    isDeaf: false,
    frames,
    awareness,
    sendPresence(frame: Uint8Array) {
      if (person.isDeaf) return false;
      frames.push(frame);
      // Type, then a length of at most three bytes.
      applyAwarenessUpdate(awareness, bodyOf(frame), null);
      return true;
    },
    sees: (other: number) => awareness.getStates().get(other),
  };
  return person satisfies Present;
}

function bodyOf(frame: Uint8Array): Uint8Array {
  let start = 1;
  while ((frame[start] as number) & 128) start++;
  return frame.subarray(start + 1);
}

function say(clientId: number, state: unknown): Uint8Array {
  return new PresenceFrames([encodeEntry(clientId, 1, JSON.stringify(state))]).shared.subarray(1);
}

let stamp = 0;

function meet(count: number) {
  const presence = new Presence({ next: () => ++stamp });
  const people = Array.from({ length: count }, (_, i) => makePerson(i + 1));
  return {
    presence,
    people,
    first: people[0] as (typeof people)[0],
    second: people[1] as (typeof people)[0],
  };
}

describe('presence', () => {
  it('tells the latest of each person once, in one buffer for all who said nothing', () => {
    const { presence, people, first } = meet(5);
    for (let i = 0; i < 10; i++) presence.receive(first, say(1, { at: i }));
    presence.flush(people);
    expect(people.map(({ frames }) => frames.length)).toEqual([0, 1, 1, 1, 1]);
    expect(new Set(people.slice(1).map(({ frames }) => frames[0])).size).toBe(1);
    for (const person of people.slice(1)) expect(person.sees(1)).toMatchObject({ at: 9 });
  });

  it('tells each person of all others and not of themselves', () => {
    const { presence, people } = meet(7);
    for (const [i, person] of people.entries()) presence.receive(person, say(i + 1, { at: i }));
    presence.flush(people);
    for (const person of people) {
      const seen = [...person.awareness.getStates().keys()].sort();
      expect(seen).toEqual([1, 2, 3, 4, 5, 6, 7].filter((id) => id !== person.clientId));
    }
  });

  it('goes out in parts when it is much, everyone once before anyone twice', () => {
    const { presence, people, first } = meet(20);
    const watcher = makePerson(99);
    const big = 'x'.repeat(4_000);
    for (const [i, person] of people.entries()) presence.receive(person, say(i + 1, { big }));
    presence.flush([...people, watcher]);
    expect(watcher.awareness.getStates().size).toBe(4);
    presence.receive(first, say(1, { big, again: true }));
    while (presence.isDirty) presence.flush([...people, watcher]);
    expect(Math.max(...watcher.frames.map(({ length }) => length))).toBeLessThan(17_000);
    expect(watcher.awareness.getStates().size).toBe(20);
    expect(watcher.frames).toHaveLength(6);
  });

  it('that a client only repeats is told again when it is stale, as new', () => {
    const { presence, people, first, second } = meet(2);
    presence.receive(first, say(1, { at: 1 }));
    presence.flush(people);
    presence.receive(first, say(1, { at: 1 }));
    expect(presence.isDirty).toBe(false);
    presence.refresh(people, 60_000);
    expect(presence.isDirty).toBe(false);
    const before = second.awareness.meta.get(1)?.clock ?? 0;
    presence.refresh(people, 0);
    presence.flush(people);
    expect(second.awareness.meta.get(1)?.clock).toBeGreaterThan(before);
  });

  it('gives everyone a sign of life at each sweep, also who is alone', () => {
    const { presence, first } = meet(1);
    presence.receive(first, say(1, { at: 1 }));
    presence.refresh([first], 60_000);
    expect(first.frames.map((frame) => [...frame])).toEqual([[1, 1, 0]]);
  });

  it('that someone could not be told of is made up for at a later sweep', () => {
    const { presence, people, first, second } = meet(2);
    second.isDeaf = true;
    presence.receive(first, say(1, { at: 1 }));
    presence.flush(people);
    second.isDeaf = false;
    presence.refresh(people, 60_000);
    presence.flush(people);
    expect(second.sees(1)).toMatchObject({ at: 1 });
  });

  it('ignores what a stock client repeats of the others, and finds its own among it', () => {
    const { presence, people, first, second } = meet(3);
    for (const [i, person] of people.entries()) presence.receive(person, say(i + 1, { at: i }));
    presence.flush(people);
    const { awareness } = second;
    const own = awareness.clientID;
    second.clientId = own;
    awareness.setLocalState({ at: 'mine' });
    presence.receive(second, framed(encodeAwarenessUpdate(awareness, [1, own, 3])));
    presence.flush(people);
    expect(first.sees(own)).toMatchObject({ at: 'mine', user: { name: 'person 2' } });
    expect(first.sees(3)).toMatchObject({ at: 2, user: { name: 'person 3' } });
  });

  it('of a person who has left ends for the others', () => {
    const { presence, people, first, second } = meet(2);
    presence.receive(first, say(1, { at: 1 }));
    presence.flush(people);
    presence.remove(first);
    presence.flush([second]);
    expect(second.sees(1)).toBe(undefined);
  });
});

/** An awareness update as it stands after the type: with its length. */
function framed(update: Uint8Array): Uint8Array {
  const length: number[] = [];
  for (let left = update.length; ; left >>>= 7) {
    length.push(left > 127 ? (left & 127) | 128 : left);
    if (left <= 127) return Uint8Array.of(...length, ...update);
  }
}
