import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { textBlocks } from './text-blocks';

function element(name: string, children: (Y.XmlElement | Y.XmlText | string)[] = [], attributes = {}) {
  const made = new Y.XmlElement(name);
  const nodes = children.map((child) => (typeof child === 'string' ? new Y.XmlText(child) : child));
  made.insert(0, nodes);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value as string);
  return made;
}

function blocksOf(children: Y.XmlElement[]) {
  const fragment = new Y.Doc().getXmlFragment('t');
  fragment.insert(0, children);
  return textBlocks(fragment);
}

describe('the text of the editor as blocks', () => {
  it('keeps headings, lists in lists, quotations and tables in reading order', () => {
    const inner = element('orderedList', [element('listItem', [element('paragraph', ['inner'])])], {
      start: 3,
    });
    const cell = (name: string, text: string) => element(name, [element('paragraph', [text])]);
    expect(
      blocksOf([
        element('paragraph'),
        element('heading', ['Costs'], { level: 3 }),
        element('bulletList', [element('listItem', [element('paragraph', ['outer']), inner])]),
        element('blockquote', [element('paragraph', ['said'])]),
        element('table', [
          element('tableRow', [cell('tableHeader', 'Year')]),
          element('tableRow', [cell('tableCell', '2027')]),
        ]),
        element('paragraph'),
      ]),
    ).toEqual([
      { kind: 'heading', level: 3, runs: [{ text: 'Costs' }] },
      { kind: 'item', number: null, depth: 0, runs: [{ text: 'outer' }] },
      { kind: 'item', number: 3, depth: 1, runs: [{ text: 'inner' }] },
      { kind: 'quote', runs: [{ text: 'said' }] },
      {
        kind: 'table',
        rows: [
          { isHead: true, cells: [[{ text: 'Year' }]] },
          { isHead: false, cells: [[{ text: '2027' }]] },
        ],
      },
    ]);
  });

  it('keeps marks and line breaks, the words of what it does not know, and no link that could run', () => {
    const text = new Y.XmlText();
    text.insert(0, 'both', { bold: {}, 'italic--x1': {} });
    text.insert(4, 'site', { link: { href: 'https://who.int' }, bold: null, 'italic--x1': null });
    text.insert(8, 'trap', { link: { href: 'javascript:alert(1)' } });
    expect(
      blocksOf([
        element('paragraph', [text, element('hardBreak'), 'a\0b\ud800']),
        element('ofTomorrow', [element('paragraph', ['kept'])]),
      ]),
    ).toEqual([
      {
        kind: 'paragraph',
        runs: [
          { text: 'both', isBold: true, isItalic: true },
          { text: 'site', link: 'https://who.int' },
          { text: 'trap' },
          { text: '\n' },
          { text: 'ab\ufffd' },
        ],
      },
      { kind: 'paragraph', runs: [{ text: 'kept' }] },
    ]);
  });
});
