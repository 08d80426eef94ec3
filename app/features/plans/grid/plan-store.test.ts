import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import type { ActionId, InstitutionId, ObjectiveId } from '#domain/ids';
import {
  addAction,
  addLine,
  addObjective,
  moveAction,
  readPlan,
  removeAction,
  removeLine,
  setActionField,
  setActionText,
  setLead,
  setLine,
  setObjectiveTitle,
  setTheme,
} from '#domain/plans';
import { placeActions, placeObjectives } from './objective-tree';
import { PlanStore } from './plan-store';

const seed = 20260307;
let doc: Y.Doc;
let remote: Y.Doc;
let store: PlanStore;
let stop: () => void;

beforeEach(() => {
  doc = new Y.Doc();
  remote = new Y.Doc();
  remote.on('update', (update: Uint8Array) => Y.applyUpdate(doc, update, 'remote'));
  doc.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin !== 'remote') Y.applyUpdate(remote, update);
  });
  store = new PlanStore(doc);
  stop = store.follow();
});
afterEach(() => stop());

const id = (n: number) => `action-${n}` as ActionId;

describe('the rows of the grid', () => {
  it('tell only those who show the action that a remote edit changed', () => {
    for (const n of [0, 1, 2]) addAction(remote, { id: id(n), title: `Action ${n}` });
    const told: number[] = [];
    for (const n of [0, 1, 2]) store.subscribeToAction(id(n), () => told.push(n));
    const before = [0, 1, 2].map((n) => store.action(id(n)));

    setActionText(remote, id(1), 'title', 'Action un');
    addLine(remote, id(1), 'costs', { id: 'c', year: '2026', amount: '5', currency: 'MGA' });

    expect(told).toEqual([1, 1]);
    expect(store.action(id(1))?.title).toBe('Action un');
    expect(store.action(id(0))).toBe(before[0]);
    expect(store.action(id(2))).toBe(before[2]);
  });

  it(`equal the plan read afresh after any remote edits (seed ${seed})`, () => {
    const random = seeded(seed);
    for (let n = 0; n < 6; n++) {
      addObjective(remote, { id: `o-${n}` as ObjectiveId, level: 'objective', parentId: null });
    }
    for (let step = 0; step < 600; step++) {
      editAtRandom(step % 5 === 0 ? doc : remote, random);
      if (step % 50 === 0) expectSame();
    }
    expectSame();
  });
});

function expectSame(): void {
  const plan = readPlan(doc);
  const placed = placeObjectives(store.objectives());
  expect(placed.map(({ objective }) => objective)).toEqual(plan.objectives);
  expect(placeActions(store.actions(), placed).ordered).toEqual(plan.actions);
}

function editAtRandom(target: Y.Doc, random: (below: number) => number): void {
  const action = id(random(40));
  const line = `line-${random(3)}`;
  const edits = [
    () => addAction(target, { id: action, objectiveId: `o-${random(7)}` as ObjectiveId }),
    () => setActionText(target, action, 'title', `Title ${random(100)}`),
    () => setActionText(target, action, 'description', `Text ${random(100)}`),
    () => setActionField(target, action, 'start', `T${random(4) + 1} 2026`),
    () => setLead(target, action, { institutionId: `i-${random(3)}` as InstitutionId, text: '' }),
    () => setTheme(target, action, 'hiv', random(2) === 0),
    () => addLine(target, action, 'costs', { id: line, year: '2026', amount: '1', currency: 'MGA' }),
    () => setLine(target, action, 'costs', line, { amount: String(random(1000)) }),
    () => removeLine(target, action, 'costs', line),
    () =>
      moveAction(target, action, { afterId: id(random(40)), objectiveId: `o-${random(6)}` as ObjectiveId }),
    () => removeAction(target, action),
    () => setObjectiveTitle(target, `o-${random(6)}` as ObjectiveId, `Objective ${random(100)}`),
  ];
  edits[random(edits.length)]?.();
}

/** A small generator with a known seed (mulberry32), so that a failure can be repeated. */
function seeded(start: number): (below: number) => number {
  let state = start;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296) * below);
  };
}
