import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { TextWriter } from '#tests/fuzz/text-writer';
import { followDocument } from './read-copy';
import { compileTextSchema } from './text-schema';
import { unknownParts, watchForUnknownParts } from './unknown-parts';

const known = { nodes: { paragraph: {}, heading: {} }, marks: { bold: {} } };

function paragraph(text: string, marks: Record<string, object> = {}): Y.XmlElement {
  const element = new Y.XmlElement('paragraph');
  const content = new Y.XmlText();
  content.insert(0, text, marks);
  element.insert(0, [content]);
  return element;
}

function twoDocs() {
  const ours = new Y.Doc();
  const theirs = new Y.Doc();
  theirs.on('update', (update: Uint8Array) => Y.applyUpdate(ours, update, 'network'));
  return { ours: ours.getXmlFragment('narrative'), theirs: theirs.getXmlFragment('narrative') };
}

test('a text of known parts has nothing unknown', () => {
  const { theirs } = twoDocs();
  theirs.insert(0, [paragraph('All covered.', { bold: {} })]);
  expect(unknownParts(theirs, known)).toEqual([]);
});

test('an unknown node and an unknown mark are named, however deep', () => {
  const { theirs } = twoDocs();
  const map = new Y.XmlElement('map');
  const outer = new Y.XmlElement('heading');
  outer.insert(0, [map]);
  theirs.insert(0, [outer, paragraph('x', { concern: { id: '1' } })]);
  expect(unknownParts(theirs, known)).toEqual(['map', 'concern']);
});

test('an unknown part is told of before whoever observes the text sees it', () => {
  const { ours, theirs } = twoDocs();
  const order: string[] = [];
  watchForUnknownParts({ fragment: ours, known, onUnknown: () => order.push('told') });
  ours.observeDeep(() => order.push('observed'));
  theirs.insert(0, [paragraph('known')]);
  theirs.insert(1, [new Y.XmlElement('map')]);
  expect(order).toEqual(['observed', 'told', 'observed']);
});

test('an observer that is taken away when told sees nothing', () => {
  const { ours, theirs } = twoDocs();
  let seen = 0;
  const observe = () => {
    seen += 1;
  };
  ours.observeDeep(observe);
  watchForUnknownParts({ fragment: ours, known, onUnknown: () => ours.unobserveDeep(observe) });
  theirs.insert(0, [new Y.XmlElement('map')]);
  expect(seen).toBe(0);
});

test('a part of a newer page outlives an older page that ends its editor, and not one that does not', () => {
  const known = compileTextSchema();
  const partsAfter = (isGuarded: boolean) => {
    const { theirs } = twoDocs();
    theirs.insert(0, [paragraph('Known.')]);
    const doc = theirs.doc as Y.Doc;
    const writer = new TextWriter(2, Y.encodeStateAsUpdate(doc));
    writer.doc.on('update', (update: Uint8Array) => Y.applyUpdate(doc, update));
    if (isGuarded) {
      watchForUnknownParts({ fragment: writer.fragment, known, onUnknown: () => writer.leave() });
    }
    const before = Y.encodeStateVector(doc);
    theirs.insert(1, [new Y.XmlElement('map')]);
    writer.inbox.push(Y.encodeStateAsUpdate(doc, before));
    writer.receive();
    return theirs.toArray().map((part) => (part as Y.XmlElement).nodeName);
  };
  expect(partsAfter(true)).toEqual(['paragraph', 'map']);
  expect(partsAfter(false)).toEqual(['paragraph']);
});

test('changes elsewhere in the document are not looked at', () => {
  const { ours, theirs } = twoDocs();
  ours.insert(0, [new Y.XmlElement('map')]);
  let told = 0;
  watchForUnknownParts({ fragment: ours, known, onUnknown: () => (told += 1) });
  theirs.doc?.getMap('actions').set('a', new Y.Map());
  expect(told).toBe(0);
});

test('a reader’s copy follows the document and never writes back', () => {
  const source = new Y.Doc();
  source.getXmlFragment('narrative').insert(0, [paragraph('First.')]);
  let writes = 0;
  const { copy, stop } = followDocument(source);
  source.on('update', () => (writes += 1));
  copy.getXmlFragment('narrative').delete(0, 1);
  expect(writes).toBe(0);
  expect(source.getXmlFragment('narrative').length).toBe(1);
  source.getMap('meta').set('schema', 1);
  expect(copy.getMap('meta').get('schema')).toBe(1);
  stop();
});
