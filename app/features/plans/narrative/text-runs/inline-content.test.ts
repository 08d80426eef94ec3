import type { Node } from '@tiptap/pm/model';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { makeRandom } from '#tests/fuzz/random';
import { compileTextSchema } from '../text-schema';
import { hasAdjacentTexts, readInline, writeInline } from './inline-content';

const schema = compileTextSchema();
const random = makeRandom(7);

test('what is written into a block is what is read from it', () => {
  const block = emptyBlock();
  for (let round = 0; round < 300; round++) {
    const wanted = randomParagraph();
    writeInline(block, wanted);
    expect(readInline(block, schema)?.toJSON(), `round ${round}`).toEqual(wanted.toJSON());
    if (round % 3 === 0) block.insert(random.below(block.length + 1), [new Y.XmlText('~')]);
  }
});

test('a letter goes into the text in which it is typed, and the texts beside it stay', () => {
  const block = emptyBlock();
  block.insert(0, [new Y.XmlText('ours'), new Y.XmlText('theirs')]);
  expect(hasAdjacentTexts(block)).toBe(true);
  writeInline(block, schema.node('paragraph', null, [schema.text('ourstheirs!')]));
  expect(block.toArray().map(String)).toEqual(['ours', 'theirs!']);
});

test('a block that already says so is left alone', () => {
  const block = emptyBlock();
  const node = randomParagraph();
  writeInline(block, node);
  let updates = 0;
  block.doc?.on('update', () => {
    updates++;
  });
  writeInline(block, node);
  expect(updates).toBe(0);
});

function emptyBlock(): Y.XmlElement {
  const block = new Y.XmlElement('paragraph');
  new Y.Doc().getXmlFragment('narrative').insert(0, [block]);
  return block;
}

function randomParagraph(): Node {
  const inline = Array.from({ length: random.below(6) }, () => {
    if (random.below(4) === 0) return schema.node('hardBreak');
    const marks = ['bold', 'italic', 'link'].filter(() => random.below(3) === 0);
    const words = random.pick(['aa', 'abc', 'é', '😀', 'baa']);
    return schema.text(
      words,
      marks.map((name) => schema.mark(name, name === 'link' ? { href: 'https://www.who.int' } : null)),
    );
  });
  return schema.node('paragraph', null, inline);
}
