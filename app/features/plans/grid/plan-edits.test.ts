import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import type { ActionId } from '#domain/ids';
import { addAction, readPlan, setActionText } from '#domain/plans';
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

    expect(edits.undo()).toBe(true);
    expect(titles(doc)).toEqual(['mine', 'theirs, longer']);
    expect(edits.undo()).toBe(true);
    expect(titles(doc)).toEqual(['theirs, longer']);
    expect(edits.undo()).toBe(false);
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
