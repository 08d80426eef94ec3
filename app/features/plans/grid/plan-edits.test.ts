import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import type { ActionId, ObjectiveId } from '#domain/ids';
import {
  addAction,
  addLine,
  addObjective,
  readPlan,
  removeLine,
  setActionObjective,
  setActionText,
  setLine,
} from '#domain/plans';
import { PlanEdits } from './plan-edits';

function open() {
  const doc = new Y.Doc();
  const remote = new Y.Doc();
  remote.on('update', (update: Uint8Array) => Y.applyUpdate(doc, update, 'remote'));
  doc.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin !== 'remote') Y.applyUpdate(remote, update);
  });
  return { doc, remote, edits: new PlanEdits(doc, {}) };
}
const titles = (doc: Y.Doc) => readPlan(doc).actions.map(({ title }) => title);

describe('a person’s edits', () => {
  it('are undone alone, those of others kept', () => {
    const { doc, remote, edits } = open();
    const mine = edits.insert({}, 'mine');
    addAction(remote, { id: 'theirs' as ActionId, title: 'theirs' });
    edits.change(() => setActionText(doc, mine, 'title', 'mine, longer'));
    setActionText(remote, 'theirs' as ActionId, 'title', 'theirs, longer');

    expect(edits.undo()).toBe('done');
    expect(titles(doc)).toEqual(['mine', 'theirs, longer']);
    expect(edits.undo()).toBe('done');
    expect(titles(doc)).toEqual(['theirs, longer']);
    expect(edits.undo()).toBe('nothing');
    edits.redo();
    edits.redo();
    expect(titles(remote)).toEqual(['mine, longer', 'theirs, longer']);
  });

  it('take a removed action back with all that was in it', () => {
    const { doc, edits } = open();
    const id = edits.insert({}, 'Former');
    edits.remove([id]);
    expect(titles(doc)).toEqual([]);
    edits.undo();
    expect(titles(doc)).toEqual(['Former']);
  });

  it('move several actions to one place in their order', () => {
    const { doc, edits } = open();
    const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((title) => edits.insert({}, title));
    edits.move([a, c] as ActionId[], { afterId: d });
    expect(titles(doc)).toEqual(['b', 'd', 'a', 'c']);
    edits.move([c] as ActionId[], { afterId: null });
    expect(titles(doc)).toEqual(['c', 'b', 'd', 'a']);
    expect(b).toBeDefined();
  });
});

describe('undo, where others have written in what would go', () => {
  it('keeps the action that was added, whole, and says so', () => {
    const { doc, remote, edits } = open();
    const before = edits.insert({}, 'Before');
    const id = edits.insert({}, 'Former');
    setActionText(remote, id, 'description', 'Two hundred agents');
    addLine(remote, id, 'costs', { id: 'cost', year: '2027', amount: '250000', currency: 'MGA' });
    const plan = readPlan(doc);

    expect(edits.undo()).toBe('kept');
    expect(readPlan(doc)).toEqual(plan);
    expect(edits.undo(), 'the step before').toBe('done');
    expect(readPlan(remote).actions.map((action) => action.id)).toEqual([id]);
    expect(edits.redo()).toBe('done');
    expect(readPlan(doc)).toEqual(plan);
    expect(readPlan(doc).actions.map((action) => action.id)).toEqual([before, id]);
  });

  it('takes the action away once what others wrote in it is gone', () => {
    const { doc, remote, edits } = open();
    const id = edits.insert({}, 'Former');
    addLine(remote, id, 'costs', { id: 'cost', year: '2027', amount: '5', currency: 'MGA' });
    removeLine(remote, id, 'costs', 'cost');
    expect(edits.undo()).toBe('done');
    expect(titles(doc)).toEqual([]);
  });

  it('takes one’s own later edits of the action back all the same', () => {
    const { doc, remote, edits } = open();
    const id = edits.insert({}, 'Former');
    edits.change(() => setActionText(doc, id, 'title', 'Former des agents'));
    setActionText(remote, id, 'title', 'Former des agents (MEF)');
    expect(edits.undo()).toBe('done');
    expect(titles(remote)).toEqual(['Former (MEF)']);
    expect(edits.undo()).toBe('kept');
    expect(titles(remote)).toEqual(['Former (MEF)']);
  });

  it.each([
    ['costs', { year: '2027', currency: 'MGA' }, { amount: '250000' }],
    ['funding', { year: '2027', currency: 'MGA', certainty: 'secured' }, { amount: '250000' }],
    ['indicators', { name: 'Agents' }, { target: '200' }],
  ] as const)('keeps a line of %s with all that gives its value a meaning', (kind, mine, theirs) => {
    const { doc, remote, edits } = open();
    const id = edits.insert({}, 'Former');
    edits.change(() => {
      addLine(doc, id, kind, { id: 'filled', ...mine });
      addLine(doc, id, kind, { id: 'untouched', ...mine });
    });
    setLine(remote, id, kind, 'filled', theirs as object);
    expect(edits.undo()).toBe('kept');
    expect(readPlan(remote).actions[0]?.[kind]).toMatchObject([{ id: 'filled', ...mine, ...theirs }]);
  });

  it('keeps of several added actions those only in which others wrote', () => {
    const { doc, remote, edits } = open();
    const ids = edits.change(() => ['a', 'b', 'c'].map((title) => edits.insert({}, title)));
    setActionText(remote, ids[1] as ActionId, 'title', 'b, by the ILO');
    expect(edits.undo()).toBe('kept');
    expect(titles(doc)).toEqual(['b, by the ILO']);
    edits.redo();
    expect(titles(remote)).toEqual(['a', 'b, by the ILO', 'c']);
  });

  it('keeps an objective under which others placed an action', () => {
    const { doc, remote, edits } = open();
    const objective = 'o' as ObjectiveId;
    edits.change(() => addObjective(doc, { id: objective, level: 'axis', parentId: null, title: 'Cover' }));
    addAction(remote, { id: 'theirs' as ActionId, title: 'theirs' });
    setActionObjective(remote, 'theirs' as ActionId, objective);
    expect(edits.undo()).toBe('kept');
    expect(readPlan(remote).objectives.map(({ title }) => title)).toEqual(['Cover']);
  });

  it('keeps what they wrote also after one removed the action and took that back', () => {
    const { doc, remote, edits } = open();
    const id = edits.insert({}, 'Former');
    edits.change(() => setActionText(doc, id, 'title', 'Former des agents'));
    setActionText(remote, id, 'title', 'Former des agents, dit le MEF');
    edits.remove([id]);
    edits.undo();
    const restored = titles(doc);
    expect(restored).toEqual(['Former des agents, dit le MEF']);
    edits.undo();
    edits.undo();
    expect(titles(doc)[0]).toContain(', dit le MEF');
  });

  it('does not remove again what they wrote in since', () => {
    const { doc, remote, edits } = open();
    const id = edits.insert({}, 'Former');
    edits.remove([id]);
    edits.undo();
    setActionText(remote, id, 'description', 'Two hundred agents');
    expect(edits.redo()).toBe('kept');
    expect(readPlan(doc).actions).toMatchObject([{ title: 'Former', description: 'Two hundred agents' }]);
  });

  it('removes again what nobody wrote in since, though it was written by others', () => {
    const { doc, remote, edits } = open();
    addAction(remote, { id: 'theirs' as ActionId, title: 'theirs' });
    edits.remove(['theirs' as ActionId]);
    edits.undo();
    expect(titles(doc)).toEqual(['theirs']);
    expect(edits.redo()).toBe('done');
    expect(titles(doc)).toEqual([]);
  });
});
