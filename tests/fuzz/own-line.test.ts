import { TextSelection } from '@tiptap/pm/state';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { makeRandom, seedOf } from './random';
import { TextWriter } from './text-writer';

const sentences = ['The ministry of health.', 'The ministry of finance.', 'The bank aligns.'];

const rounds = 150;

test('three people begin a line each and type at once: every line is whole, in its writer’s order', () => {
  const seed = seedOf('own line');
  for (let round = 0; round < rounds; round++) writeLines(seed + round);
});

test('whoever’s line is deleted by others goes on at the place where it was', () => {
  const [ours, theirs] = open(['First', 'Second', 'Third', 'Fourth']) as [TextWriter, TextWriter];
  const inThird = ours.text.indexOf('Third') + 3;
  ours.dispatch(ours.state.tr.setSelection(TextSelection.create(ours.state.doc, inThird + 3)));
  ours.type('!');
  theirs.receive();
  const { doc } = theirs.state;
  theirs.dispatch(
    theirs.state.tr.delete(
      doc.child(0).nodeSize + doc.child(1).nodeSize,
      doc.content.size - doc.child(3).nodeSize,
    ),
  );
  expect(theirs.text).toBe('First\nSecond\nFourth');
  ours.receive();
  ours.type('x');
  expect(ours.text).toBe('First\nSecond\nxFourth');
});

function writeLines(seed: number): void {
  const random = makeRandom(seed);
  const writers = open(['Before']);
  for (const writer of writers) {
    while (random.below(3) === 0) writer.receive();
    writer.dispatch(writer.state.tr.setSelection(TextSelection.atEnd(writer.state.doc)));
    writer.breakParagraph();
  }
  const left = sentences.map((letters) => [...letters]);
  while (left.some((letters) => letters.length > 0)) {
    const who = random.below(writers.length);
    const writer = writers[who] as TextWriter;
    if (random.below(3) === 0) writer.receive();
    else {
      const letter = left[who]?.shift();
      if (letter) writer.type(letter);
    }
  }
  while (writers.some(({ inbox }) => inbox.length > 0)) for (const writer of writers) writer.receive();
  for (const { text } of writers) {
    expect(text, `SEED=${seed}`).toBe(writers[0]?.text);
    for (const sentence of sentences) expect(text, `SEED=${seed}`).toContain(sentence);
  }
}

/** Three people with the same paragraphs before them, each sent what the others write. */
function open(paragraphs: string[]): TextWriter[] {
  const source = new Y.Doc();
  const blocks = paragraphs.map((content) => {
    const block = new Y.XmlElement('paragraph');
    block.insert(0, [new Y.XmlText(content)]);
    return block;
  });
  source.getXmlFragment('narrative').insert(0, blocks);
  const writers = sentences.map((_, index) => new TextWriter(index + 1, Y.encodeStateAsUpdate(source)));
  for (const writer of writers) {
    writer.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== 'network') for (const other of writers) if (other !== writer) other.inbox.push(update);
    });
  }
  return writers;
}
