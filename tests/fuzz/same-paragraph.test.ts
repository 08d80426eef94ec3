import { TextSelection } from '@tiptap/pm/state';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { makeRandom, seedOf } from './random';
import { TextWriter } from './text-writer';

const alphabets = ['abcdefghijklmnopqrst', 'ABCDEFGHIJKLMNOPQRST', '0123456789!#$%&()*+-'];

const rounds = 150;

test('three people type in one empty paragraph at once: each letter comes once, in its writer’s order', () => {
  const seed = seedOf('same paragraph');
  for (let round = 0; round < rounds; round++) typeTogether(seed + round);
});

/** Everyone's letters are all different, so that any loss, repetition or change of order shows. */
function typeTogether(seed: number): void {
  const random = makeRandom(seed);
  const writers = openTogether(random.below(3) === 0 ? ['—'] : []);
  const left = alphabets.map((letters) => [...letters]);
  const hasBreak = random.below(3) === 0;
  if (hasBreak) deliverAll(writers, () => writers[0]?.breakLine());
  while (left.some((letters) => letters.length > 0)) {
    const who = random.below(writers.length);
    const writer = writers[who] as TextWriter;
    if (random.below(3) === 0) writer.receive();
    else if (random.below(10) === 0) writer.toggleBold();
    else {
      const letter = left[who]?.shift();
      if (letter) writer.type(letter);
    }
  }
  deliverAll(writers, () => undefined);
  const [text = ''] = new Set(writers.map((writer) => writer.text));
  for (const writer of writers) expect(writer.text, `SEED=${seed}`).toBe(text);
  expect([...text.replace(/[—\s]/g, '')].sort(), `SEED=${seed}`).toEqual([...alphabets.join('')].sort());
  for (const letters of alphabets)
    expect([...text].filter((c) => letters.includes(c)).join(''), `SEED=${seed}`).toBe(letters);
  for (const { state, doc } of writers) {
    expect(new TextWriter(99, Y.encodeStateAsUpdate(doc)).text).toBe(text);
    state.doc.check();
  }
}

/** A text that ends in an empty paragraph, everyone's caret in it. */
function openTogether(paragraphs: string[]): TextWriter[] {
  const source = new Y.Doc();
  const blocks = [...paragraphs, ''].map((content) => {
    const block = new Y.XmlElement('paragraph');
    if (content) block.insert(0, [new Y.XmlText(content)]);
    return block;
  });
  source.getXmlFragment('narrative').insert(0, blocks);
  const writers = alphabets.map((_, index) => new TextWriter(index + 1, Y.encodeStateAsUpdate(source)));
  for (const writer of writers) {
    writer.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== 'network') for (const other of writers) if (other !== writer) other.inbox.push(update);
    });
    writer.dispatch(writer.state.tr.setSelection(TextSelection.atEnd(writer.state.doc)));
  }
  return writers;
}

function deliverAll(writers: TextWriter[], first: () => void): void {
  first();
  while (writers.some(({ inbox }) => inbox.length > 0)) for (const writer of writers) writer.receive();
}
