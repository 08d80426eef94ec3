import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { type Clocks, checkIntegration } from './integration-check';
import { readUpdate } from './update-reader';

const check = (update: Uint8Array, known: Clocks = new Map()) =>
  checkIntegration(readUpdate(Uint8Array.from(update)), known).status;

const clocksOf = (doc: Y.Doc) => Y.decodeStateVector(Y.encodeStateVector(doc));

/** The updates of one document, one for each edit. */
function updatesOf(doc: Y.Doc, edit: () => void): Uint8Array[] {
  const updates: Uint8Array[] = [];
  const collect = (update: Uint8Array) => updates.push(update);
  doc.on('update', collect);
  edit();
  doc.off('update', collect);
  return updates;
}

describe('whether an update stands on known ground', () => {
  it('takes a first update, and the next one only after it', () => {
    const doc = new Y.Doc();
    const [first, second] = updatesOf(doc, () => {
      doc.getText('t').insert(0, 'a');
      doc.getText('t').insert(1, 'b');
    }) as [Uint8Array, Uint8Array];
    expect(check(first)).toBe('complete');
    expect(check(second)).toBe('gap');
    expect(check(second, new Map([[doc.clientID, 1]]))).toBe('complete');
  });

  it("sees a missing parent, neighbour or deletion of another client's", () => {
    const a = new Y.Doc();
    a.getMap('m').set('child', new Y.Map());
    a.getText('t').insert(0, 'xy');
    const b = new Y.Doc();
    Y.applyUpdate(b, Y.encodeStateAsUpdate(a));
    const [child, between, removal] = updatesOf(b, () => {
      (b.getMap('m').get('child') as Y.Map<number>).set('k', 1);
      b.getText('t').insert(1, '-');
      b.getText('t').delete(0, 1);
    }) as [Uint8Array, Uint8Array, Uint8Array];
    const own: Clocks = new Map([[b.clientID, 10]]);
    for (const update of [child, between, removal]) expect(check(update, own)).toBe('gap');
    const all = new Map([...clocksOf(a), [b.clientID, 10] as const]);
    for (const update of [child, between, removal]) expect(check(update, all)).toBe('complete');
  });

  it('takes clients that build on each other within one update, in whatever order they stand', () => {
    const docs = Array.from({ length: 5 }, () => new Y.Doc());
    for (let round = 0; round < 20; round++) {
      const doc = docs[round % 5] as Y.Doc;
      for (const other of docs) Y.applyUpdate(doc, Y.encodeStateAsUpdate(other));
      doc.getText('t').insert(round % 3, String(round));
    }
    const doc = docs[4] as Y.Doc;
    expect(check(Y.encodeStateAsUpdate(doc))).toBe('complete');
  });

  it('refuses items that wait for each other in a circle', () => {
    // Two clients, whose only items each name the other's as the one to their left.
    const item = (client: number, left: number) => [1, client, 0, 0x84, left, 0, 1, 120];
    expect(check(Uint8Array.of(2, ...item(1, 2), ...item(2, 1), 0))).toBe('gap');
    // And an item to its own left.
    expect(check(Uint8Array.of(1, ...item(1, 1), 0))).toBe('gap');
  });

  it('knows when nothing is added', () => {
    const doc = new Y.Doc();
    doc.getText('t').insert(0, 'a');
    const update = readUpdate(Uint8Array.from(Y.encodeStateAsUpdate(doc)));
    expect(checkIntegration(update, new Map())).toMatchObject({ addsStructs: true });
    expect(checkIntegration(update, clocksOf(doc))).toMatchObject({ addsStructs: false });
  });
});
