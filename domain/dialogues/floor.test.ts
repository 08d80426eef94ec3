import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  emptyFloor,
  type Floor,
  type FloorAct,
  type FloorKind,
  floorAfter,
  floorKinds,
  remainingMs,
  speaking,
  spokenByInstitution,
  suggestedNext,
} from './floor';

function ask(id: string, institutionId: string, kind: FloorKind = 'intervention'): FloorAct {
  return { act: 'request', request: { id, institutionId, speaker: 'Head', kind, requestedAtMs: 0 } };
}

function floorFrom(...acts: FloorAct[]): Floor {
  return acts.reduce<Floor>((floor, act) => {
    const next = floorAfter(floor, act);
    if (!next) throw new Error(`${act.act} is not possible.`);
    return next;
  }, emptyFloor);
}

const idOf = ({ id }: { id: string }) => id;
const order = (floor: Floor) => floor.waiting.map(idOf);

describe('the speakers list', () => {
  it('keeps the order of requests, points of order first', () => {
    const floor = floorFrom(
      ask('1', 'ilo'),
      ask('2', 'who'),
      ask('3', 'wb', 'point_of_order'),
      ask('4', 'gf'),
    );
    expect(order(floor)).toEqual(['3', '1', '2', '4']);
    expect(order(floorFrom(ask('1', 'a', 'point_of_order'), ask('2', 'b', 'point_of_order')))).toEqual([
      '1',
      '2',
    ]);
  });

  it('counts a request that is sent twice once, also after it was heard', () => {
    const floor = floorFrom(ask('1', 'ilo'), ask('1', 'ilo'));
    expect(order(floor)).toEqual(['1']);
    const heard = floorFrom(ask('1', 'ilo'), { act: 'give', id: '1', atMs: 5 });
    expect(floorAfter(heard, ask('1', 'ilo'))).toEqual(heard);
  });

  it('lets an institution wait once for each kind', () => {
    const floor = floorFrom(ask('1', 'ilo'), ask('2', 'ilo', 'reply'));
    expect(order(floor)).toEqual(['1', '2']);
    expect(floorAfter(floor, ask('3', 'ilo'))).toBeNull();
  });

  it('gives the floor to one at a time, and time is counted by institution', () => {
    const floor = floorFrom(
      ask('1', 'ilo'),
      ask('2', 'who'),
      { act: 'give', id: '1', atMs: 100 },
      { act: 'give', id: '2', atMs: 400 },
      { act: 'end', atMs: 450 },
      ask('3', 'ilo'),
      { act: 'give', id: '3', atMs: 500 },
    );
    expect(speaking(floor)?.id).toBe('3');
    expect(Object.fromEntries(spokenByInstitution(floor, 600))).toEqual({ ilo: 400, who: 50 });
    expect(remainingMs(floor, { perInterventionMs: 150, perInstitutionMs: 1000 }, 600)).toBe(50);
    expect(remainingMs(floor, { perInterventionMs: null, perInstitutionMs: 350 }, 600)).toBe(-50);
    expect(remainingMs(floor, { perInterventionMs: null, perInstitutionMs: null }, 600)).toBeNull();
  });

  it('takes a second click for the first: nobody is heard twice, and the next speaker is not cut off', () => {
    const floor = floorFrom(
      ask('1', 'ilo'),
      ask('2', 'who'),
      { act: 'give', id: '1', atMs: 100 },
      { act: 'give', id: '1', atMs: 101 },
      { act: 'end', id: '1', atMs: 200 },
      { act: 'give', id: '2', atMs: 210 },
    );
    expect(floorAfter(floor, { act: 'end', id: '1', atMs: 220 })).toEqual(floor);
    expect(floorAfter(floor, { act: 'end', id: 'x', atMs: 220 })).toBeNull();
    expect(floor.heard.map(({ startedAtMs, endedAtMs }) => [startedAtMs, endedAtMs])).toEqual([
      [100, 200],
      [210, null],
    ]);
  });

  describe('takes back a floor that was given by mistake', () => {
    const asked = [ask('1', 'ilo'), ask('2', 'who'), ask('3', 'wb', 'point_of_order')];
    const one = floorFrom(...asked);
    const spoke = (floor: Floor) => floor.heard.map(({ id, endedAtMs }) => [id, endedAtMs]);
    const backOf = (floor: Floor, id: string) => floorAfter(floor, { act: 'takeBack', id });

    it('so that whoever had it is the next of the list, and has not been heard', () => {
      const given = floorFrom(...asked, { act: 'give', id: '2', atMs: 100 });
      const back = backOf(given, '2');
      expect(back && [order(back), spoke(back)]).toEqual([['2', '3', '1'], []]);
      expect(back && spokenByInstitution(back, 500).size).toBe(0);
      const ended = floorFrom(...asked, { act: 'give', id: '2', atMs: 100 }, { act: 'end', atMs: 130 });
      expect(backOf(ended, '2')).toEqual(back);
    });

    it('once, however often it is asked, also when it was taken off the list then', () => {
      const back = backOf(floorFrom(...asked, { act: 'give', id: '2', atMs: 100 }), '2') as Floor;
      expect(backOf(back, '2')).toBe(back);
      const off = floorAfter(back, { act: 'withdraw', id: '2' }) as Floor;
      expect(backOf(off, '2')).toBeNull();
    });

    it('and whoever was cut off by it goes on; who had ended before has ended', () => {
      const given = [
        ...asked,
        { act: 'give', id: '1', atMs: 100 } as const,
        { act: 'give', id: '2', atMs: 160 } as const,
      ];
      const back = backOf(floorFrom(...given), '2');
      expect(back && spoke(back)).toEqual([['1', null]]);
      expect(back && speaking(back)?.startedAtMs).toBe(100);
      const over = backOf(floorFrom(...given, { act: 'end', atMs: 170 }), '2');
      expect(over && spoke(over)).toEqual([['1', 160]]);
      const between = [...given.slice(0, -1), { act: 'end', atMs: 150 } as const];
      const later = backOf(floorFrom(...between, { act: 'give', id: '2', atMs: 160 }), '2');
      expect(later && spoke(later)).toEqual([['1', 150]]);
    });

    it('of the last one alone, and of nobody who did not have it', () => {
      const two = floorFrom(
        ...asked,
        { act: 'give', id: '1', atMs: 100 },
        { act: 'give', id: '2', atMs: 160 },
      );
      expect(backOf(two, '1')).toBeNull();
      expect(backOf(two, 'x')).toBeNull();
      expect(backOf(emptyFloor, '1')).toBeNull();
      expect(backOf(one, '1')).toBe(one);
    });

    it('and loses nothing that was asked since', () => {
      const since = floorFrom(
        ...asked,
        { act: 'give', id: '1', atMs: 100 },
        { act: 'end', atMs: 110 },
        ask('4', 'ilo'),
      );
      const back = backOf(since, '1');
      expect(back && order(back)).toEqual(['1', '3', '2', '4']);
    });
  });

  it('suggests who was not yet heard', () => {
    const floor = floorFrom(
      ask('1', 'ilo'),
      { act: 'give', id: '1', atMs: 0 },
      { act: 'end', atMs: 10 },
      ask('2', 'ilo'),
      ask('3', 'who'),
    );
    expect(suggestedNext(floor, 20)?.id).toBe('3');
    expect(suggestedNext(floorFrom(ask('1', 'x'), ask('2', 'y', 'point_of_order')), 0)?.id).toBe('2');
    expect(suggestedNext(emptyFloor, 0)).toBeNull();
  });

  it('refuses to move, withdraw or hear a request that is not there, and to end when nobody speaks', () => {
    expect(floorAfter(emptyFloor, { act: 'withdraw', id: 'x' })).toBeNull();
    expect(floorAfter(emptyFloor, { act: 'move', id: 'x', toIndex: 0 })).toBeNull();
    expect(floorAfter(emptyFloor, { act: 'give', id: 'x', atMs: 0 })).toBeNull();
    expect(floorAfter(emptyFloor, { act: 'end', atMs: 0 })).toBeNull();
  });

  it('loses and doubles nobody in whatever order things happen', () => {
    const id = fc.constantFrom('1', '2', '3', '4', '5', '6');
    const act: fc.Arbitrary<FloorAct> = fc.oneof(
      fc
        .tuple(id, fc.constantFrom('a', 'b', 'c'), fc.constantFrom(...floorKinds))
        .map(([x, institution, kind]) => ask(x, institution, kind)),
      id.map((x): FloorAct => ({ act: 'withdraw', id: x })),
      fc.tuple(id, fc.nat(8)).map(([x, toIndex]): FloorAct => ({ act: 'move', id: x, toIndex })),
      fc.tuple(id, fc.nat(1000)).map(([x, atMs]): FloorAct => ({ act: 'give', id: x, atMs })),
      fc.nat(1000).map((atMs): FloorAct => ({ act: 'end', atMs })),
      id.map((x): FloorAct => ({ act: 'takeBack', id: x })),
    );
    fc.assert(
      fc.property(fc.array(act, { maxLength: 60 }), (acts) => {
        let floor = emptyFloor;
        for (const next of acts) {
          const before = floor;
          floor = floorAfter(floor, next) ?? floor;
          const ids = [...floor.waiting, ...floor.heard].map((request) => request.id);
          expect(new Set(ids).size).toBe(ids.length);
          expect(floor.heard.slice(0, -1).every(({ endedAtMs }) => endedAtMs !== null)).toBe(true);
          const gone = [...before.waiting, ...before.heard].filter((request) => !ids.includes(request.id));
          if (next.act === 'takeBack' && floor !== before) {
            expect(order(floor)).toEqual([next.id, ...order(before)]);
            const given = floorAfter(floor, {
              act: 'give',
              id: next.id,
              atMs: before.heard.at(-1)?.startedAtMs ?? 0,
            });
            expect(given?.heard.map(idOf)).toEqual(before.heard.map(idOf));
          }
          expect(gone.map((request) => request.id)).toEqual(
            next.act === 'withdraw' && before.waiting.some((request) => request.id === next.id)
              ? [next.id]
              : [],
          );
        }
      }),
      { seed: 7 },
    );
  });
});
