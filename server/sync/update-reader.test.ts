import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { readUpdate } from './update-reader';

/** A document with every kind of content that ours can hold. */
function richDoc(): Y.Doc {
  const doc = new Y.Doc();
  const text = doc.getText('text');
  text.insert(0, 'hello wörld 🌍');
  text.format(0, 5, { bold: true, link: { href: 'x' } });
  text.insertEmbed(3, { image: 'y' });
  text.delete(1, 2);
  const map = doc.getMap('map');
  map.set('any', { a: [1, 2.5, null, true, 'x', { b: undefined }], big: 12n });
  map.set('bytes', Uint8Array.of(1, 2, 3));
  map.set('nested', new Y.Map([['k', new Y.Text('deep')]]));
  map.set('any', 'again');
  const fragment = doc.getXmlFragment('xml');
  const paragraph = new Y.XmlElement('paragraph');
  fragment.insert(0, [paragraph, new Y.XmlText('t')]);
  paragraph.setAttribute('level', '2');
  paragraph.insert(0, [new Y.XmlText('words')]);
  doc.getArray('list').insert(0, [1, 'two', new Y.Array()]);
  return doc;
}

describe('reading an update', () => {
  it('sees the same structs and deletions as Yjs does', () => {
    const update = Uint8Array.from(Y.encodeStateAsUpdate(richDoc()));
    const expected = Y.decodeUpdate(update);
    const { structs, deletes } = readUpdate(update);
    expect(structs.map(({ client, clock, length }) => [client, clock, length])).toEqual(
      expected.structs.map(({ id, length }) => [id.client, id.clock, length]),
    );
    const ranges = [...expected.ds.clients].flatMap(([client, items]) =>
      items.map(({ clock, len }) => ({ client, clock, length: len })),
    );
    expect(deletes).toEqual(ranges);
  });

  it('throws at every update that is cut short', () => {
    const update = Y.encodeStateAsUpdate(richDoc());
    for (let length = 0; length < update.length; length++) {
      expect(() => readUpdate(update.slice(0, length)), `at ${length}`).toThrow();
    }
  });

  it('throws at bytes after the end, and never reads beyond its view', () => {
    const update = Y.encodeStateAsUpdate(richDoc());
    expect(() => readUpdate(Uint8Array.of(...update, 0))).toThrow('malformed');
    expect(() => readUpdate(update.subarray(0, update.length - 1))).toThrow();
  });

  it('throws at two runs of one client, of which Yjs would lose the first', () => {
    const run = [1, 7, 0, 4, 1, 1, 116, 1, 120];
    expect(readUpdate(Uint8Array.of(1, ...run, 0)).structs).toHaveLength(1);
    expect(() => readUpdate(Uint8Array.of(2, ...run, ...run, 0))).toThrow('malformed');
  });

  it('throws at empty structs and at sub-documents', () => {
    const emptyString = [1, 7, 0, 4, 1, 1, 116, 0];
    expect(() => readUpdate(Uint8Array.of(1, ...emptyString, 0))).toThrow('malformed');
    const doc = new Y.Doc();
    doc.getMap('m').set('sub', new Y.Doc());
    expect(() => readUpdate(Uint8Array.from(Y.encodeStateAsUpdate(doc)))).toThrow('malformed');
  });

  it('throws at values nested deeper than anyone needs', () => {
    const nest = (depth: number) => {
      let value: unknown = 1;
      for (let i = 0; i < depth; i++) value = [value];
      const doc = new Y.Doc();
      doc.getMap('m').set('deep', value);
      return Uint8Array.from(Y.encodeStateAsUpdate(doc));
    };
    expect(() => readUpdate(nest(60))).not.toThrow();
    expect(() => readUpdate(nest(200))).toThrow('malformed');
  });
});
