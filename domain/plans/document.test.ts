import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import type { ActionId, ObjectiveId } from '../ids';
import {
  actionIdsInOrder,
  addAction,
  addLine,
  addObjective,
  duplicateAction,
  moveAction,
  moveObjective,
  narrativeText,
  planRoots,
  readObjectives,
  readPlan,
  removeAction,
  removeLine,
  removeObjective,
  seedPlan,
  setActionField,
  setActionText,
  setLine,
  setTheme,
} from './index';

function makeIds() {
  let count = 0;
  return () => `id-${String(count++).padStart(4, '0')}`;
}

function sync(...docs: Y.Doc[]): void {
  for (const from of docs) for (const to of docs) Y.applyUpdate(to, Y.encodeStateAsUpdate(from));
}

function fork(doc: Y.Doc): Y.Doc {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  return copy;
}

const [a, b, c] = ['a', 'b', 'c'] as ActionId[] as [ActionId, ActionId, ActionId];
const [x, y, z] = ['x', 'y', 'z'] as ObjectiveId[] as [ObjectiveId, ObjectiveId, ObjectiveId];

describe('a plan from the UHC roadmap', () => {
  it.each(['en', 'fr', 'es'] as const)('has the same frame in every language: %s', (language) => {
    const doc = new Y.Doc();
    seedPlan(doc, { template: 'uhc_roadmap', language, newId: makeIds() });
    const { objectives, actions } = readPlan(doc);
    const levels = objectives.map(({ level }) => level);
    expect(actions).toEqual([]);
    expect(levels.filter((level) => level === 'orientation')).toHaveLength(4);
    expect(levels.filter((level) => level === 'axis')).toHaveLength(8);
    expect(levels.filter((level) => level === 'objective')).toHaveLength(16);
    expect(levels.slice(0, 3)).toEqual(['orientation', 'axis', 'objective']);
    expect(objectives.every(({ title }) => title.length > 10)).toBe(true);
    const { narrative } = planRoots(doc);
    expect(narrative.toArray().filter((node) => (node as Y.XmlElement).nodeName === 'heading')).toHaveLength(
      7,
    );
    expect(narrativeText(narrative).split('\n')).toHaveLength(14);
  });

  it('is seeded once only', () => {
    const doc = new Y.Doc();
    const seed = {
      template: 'blank',
      language: 'fr',
      startYear: 2026,
      endYear: 2030,
      newId: makeIds(),
    } as const;
    seedPlan(doc, seed);
    expect(() => seedPlan(doc, seed)).toThrow();
  });
});

describe('edits of two people at once', () => {
  it('in one title are both kept', () => {
    const one = new Y.Doc();
    addAction(one, { id: a, title: 'Former les agents de santé' });
    const two = fork(one);
    setActionText(one, a, 'title', 'Former 500 agents de santé');
    setActionText(two, a, 'title', 'Former les agents de santé communautaires 👩🏽‍⚕️');
    sync(one, two);
    expect(readPlan(one)).toEqual(readPlan(two));
    expect(readPlan(one).actions[0]?.title).toBe('Former 500 agents de santé communautaires 👩🏽‍⚕️');
  });

  it('on two fields of one cost line are both kept', () => {
    const one = new Y.Doc();
    addAction(one, { id: a });
    addLine(one, a, 'costs', { id: 'l', year: '2026', amount: '1', currency: 'MGA' });
    const two = fork(one);
    setLine(one, a, 'costs', 'l', { amount: '1 000' });
    setLine(two, a, 'costs', 'l', { year: '2027' });
    sync(one, two);
    expect(readPlan(one).actions[0]?.costs).toMatchObject([
      { year: '2027', amount: '1 000', currency: 'MGA' },
    ]);
  });

  it('to an action that the other removes do no harm', () => {
    const one = new Y.Doc();
    addAction(one, { id: a });
    const two = fork(one);
    removeAction(one, a);
    setActionField(two, a, 'start', '2026');
    sync(one, two);
    for (const doc of [one, two]) {
      setActionText(doc, a, 'title', 'x');
      addLine(doc, a, 'costs', { id: 'l' });
      removeLine(doc, a, 'costs', 'l');
      expect(readPlan(doc).actions).toEqual([]);
    }
  });

  it('that insert at the same place leave room to insert between them', () => {
    const one = new Y.Doc();
    addAction(one, { id: a });
    const two = fork(one);
    addAction(one, { id: b, afterId: a });
    addAction(two, { id: c, afterId: a });
    sync(one, two);
    addAction(one, { id: 'd' as ActionId, afterId: b });
    expect(actionIdsInOrder(one)).toEqual([a, b, 'd', c]);
    moveAction(one, c, { afterId: null });
    expect(actionIdsInOrder(one)).toEqual([c, a, b, 'd']);
  });

  it('that put two objectives below one another lose neither', () => {
    const one = new Y.Doc();
    for (const id of [x, y]) addObjective(one, { id, level: 'axis', parentId: null });
    addObjective(one, { id: z, level: 'objective', parentId: y });
    const two = fork(one);
    moveObjective(one, x, { parentId: y });
    moveObjective(two, y, { parentId: x });
    sync(one, two);
    expect(readObjectives(one)).toEqual(readObjectives(two));
    expect(readObjectives(one).map(({ id, parentId }) => [id, parentId])).toEqual([
      [x, null],
      [y, x],
      [z, y],
    ]);
    moveObjective(one, y, { parentId: z });
    expect(readObjectives(one)).toHaveLength(3);
  });
});

describe('a plan document', () => {
  it('keeps what was below a removed objective', () => {
    const doc = new Y.Doc();
    addObjective(doc, { id: x, level: 'axis', parentId: null });
    addObjective(doc, { id: y, level: 'objective', parentId: x });
    addObjective(doc, { id: z, level: 'objective', parentId: y });
    addAction(doc, { id: a, objectiveId: y });
    removeObjective(doc, y);
    expect(readPlan(doc)).toMatchObject({
      objectives: [{ id: x }, { id: z, parentId: x }],
      actions: [{ id: a, objectiveId: x }],
    });
  });

  it('copies an action with all its lines, apart from the original', () => {
    const doc = new Y.Doc();
    addAction(doc, { id: a, title: 'Étude', start: 'T1 2026', lead: { institutionId: null, text: 'MSANP' } });
    addAction(doc, { id: b });
    addLine(doc, a, 'funding', { id: 'f', amount: '5', certainty: 'secured', text: 'OIT' });
    setTheme(doc, a, 'hiv', true);
    duplicateAction(doc, a, { copyId: c, newId: makeIds() });
    const [original, copy, last] = readPlan(doc).actions;
    expect(last?.id).toBe(b);
    const funding = [{ ...original?.funding[0], id: 'id-0000' }];
    expect(copy).toEqual({ ...original, id: c, order: copy?.order, funding });
    setActionText(doc, c, 'title', 'Copie');
    expect(readPlan(doc).actions[0]?.title).toBe('Étude');
  });

  it('reads as empty where a hand-made client has left anything', () => {
    const doc = new Y.Doc();
    const { actions, objectives } = planRoots(doc);
    const odd = fc.oneof(
      fc.constantFrom<unknown>(null, 7, true, 'a0', '!', '', ['x'], { y: 1 }),
      fc.constant('a map' as const),
    );
    const keys = [
      'order',
      'title',
      'costs',
      'themes',
      'extra',
      'objectiveId',
      'leadText',
      'supporters',
      'parentId',
    ];
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom(...keys), odd)),
        fc.constantFrom(a, b, c),
        (fields, id) => {
          for (const roots of [actions, objectives]) {
            const entry = new Y.Map<unknown>();
            for (const [key, value] of fields)
              entry.set(key, value === 'a map' ? new Y.Map([['order', 3]]) : value);
            roots.set(id, entry);
          }
          actions.set('not-a-map', 4);
          readPlan(doc);
          setActionText(doc, id, 'title', 'Titre');
          addLine(doc, id, 'costs', { id: 'l', amount: '1' });
          moveAction(doc, id, { afterId: null });
          moveObjective(doc, 'a' as ObjectiveId, { parentId: null, afterId: null });
          expect(actionIdsInOrder(doc)[0]).toBe(id);
          expect(readPlan(doc).actions.find((action) => action.id === id)?.costs).toMatchObject([
            { amount: '1' },
          ]);
        },
      ),
      { seed: 20260705 },
    );
  });

  it('ends in the same order for all after any moves made at once', () => {
    const ids = ['a', 'b', 'c', 'd', 'e'] as ActionId[];
    const move = fc.record({
      who: fc.nat(2),
      id: fc.constantFrom(...ids),
      afterId: fc.constantFrom(null, ...ids),
      isSync: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(move, { maxLength: 25 }), (moves) => {
        const first = new Y.Doc();
        for (const id of ids) addAction(first, { id });
        const docs = [first, fork(first), fork(first)];
        for (const { who, id, afterId, isSync } of moves) {
          const doc = docs[who] as Y.Doc;
          moveAction(doc, id, { afterId });
          const order = actionIdsInOrder(doc);
          if (afterId === null) expect(order[0]).toBe(id);
          else if (afterId !== id) expect(order.indexOf(id)).toBe(order.indexOf(afterId) + 1);
          if (isSync) sync(...docs);
        }
        sync(...docs);
        for (const doc of docs) expect(actionIdsInOrder(doc)).toEqual(actionIdsInOrder(first));
        expect(actionIdsInOrder(first).sort()).toEqual(ids);
      }),
      { seed: 20260706 },
    );
  });
});
