import { Schema } from '@tiptap/pm/model';
import { expect, test } from 'vitest';
import { outlineOf, sectionAt } from './outline';

const schema = new Schema({
  nodes: {
    doc: { content: 'block+' },
    paragraph: { group: 'block', content: 'text*' },
    heading: { group: 'block', content: 'text*', attrs: { level: { default: 2 } } },
    quote: { group: 'block', content: 'block+' },
    text: {},
  },
});

const heading = (level: number, text: string) =>
  schema.node('heading', { level }, text ? [schema.text(text)] : []);
const paragraph = (text: string) => schema.node('paragraph', null, [schema.text(text)]);

test('headings are listed in reading order with their level, also inside a quote', () => {
  const doc = schema.node('doc', null, [
    heading(2, 'Vision'),
    paragraph('Everyone is covered.'),
    schema.node('quote', null, [heading(4, 'As the law says')]),
    heading(3, 'Financing'),
  ]);
  expect(outlineOf(doc).map(({ level, text }) => [level, text])).toEqual([
    [2, 'Vision'],
    [4, 'As the law says'],
    [3, 'Financing'],
  ]);
});

test('a position leads back to its heading', () => {
  const doc = schema.node('doc', null, [paragraph('First.'), heading(2, 'Vision')]);
  const [entry] = outlineOf(doc);
  expect(doc.nodeAt(entry?.position ?? -1)?.textContent).toBe('Vision');
});

test('an empty heading is left out', () => {
  const doc = schema.node('doc', null, [heading(2, ''), heading(2, '  '), heading(2, 'Vision')]);
  expect(outlineOf(doc)).toHaveLength(1);
});

test('the current section is the last heading above the line', () => {
  expect(sectionAt([100, 300, 900], 50)).toBe(-1);
  expect(sectionAt([100, 300, 900], 300)).toBe(1);
  expect(sectionAt([100, 300, 900], 5_000)).toBe(2);
  expect(sectionAt([], 10)).toBe(-1);
});
