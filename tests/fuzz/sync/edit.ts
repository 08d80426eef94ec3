import * as Y from 'yjs';
import type { Random } from '../random';

const words = ['a', 'bc', 'déf', '🌍', 'l’État', '\n', 'x'.repeat(300)];

/** One edit such as people make, anywhere in text, map or tree. */
export function editAtRandom(doc: Y.Doc, random: Random): void {
  const text = doc.getText('text');
  const map = doc.getMap<unknown>('map');
  switch (random.below(10)) {
    case 0:
    case 1:
    case 2:
      text.insert(placeIn(text, random), random.pick(words));
      return;
    case 3:
      if (text.length > 0) deleteIn(text, random);
      return;
    case 4:
      if (text.length > 1) {
        const bold = random.pick([true, null]);
        const [from, to] = [placeIn(text, random), placeIn(text, random)].sort((a, b) => a - b) as [
          number,
          number,
        ];
        text.format(from, to - from, { bold });
      }
      return;
    case 5:
      map.set(
        random.pick(['x', 'y', 'z']),
        random.pick([1, 'two', [3], { four: 5 }, null, new Y.Map([['k', 1]])]),
      );
      return;
    case 6:
      map.delete(random.pick(['x', 'y', 'z']));
      return;
    default:
      editTree(doc.getXmlFragment('xml'), random);
  }
}

/** Much at once, of which little stays: what fills the buffers of someone who does not read. */
export function floodOf(doc: Y.Doc): void {
  for (let i = 0; i < 40; i++) doc.getMap('map').set('flood', `${i}`.repeat(100_000));
  doc.getMap('map').set('flood', 'over');
}

function editTree(tree: Y.XmlFragment, random: Random): void {
  const at = random.below(tree.length + 1);
  const node = tree.length > 0 ? tree.get(Math.min(at, tree.length - 1)) : null;
  switch (random.below(5)) {
    case 0:
      tree.insert(at, [new Y.XmlElement(random.pick(['p', 'li']))]);
      return;
    case 1:
      tree.insert(at, [new Y.XmlText(random.pick(words))]);
      return;
    case 2:
      if (node) tree.delete(Math.min(at, tree.length - 1), 1);
      return;
    case 3:
      if (node instanceof Y.XmlElement) node.setAttribute('k', String(random.below(9)));
      return;
    default:
      if (node instanceof Y.XmlText && node.length > 0) {
        const at = placeIn(node, random);
        node.format(at, node.length - at, { italic: random.pick([true, null]) });
        node.insert(placeIn(node, random), 'y');
      }
  }
}

function deleteIn(text: Y.Text, random: Random): void {
  const [from, to] = [placeIn(text, random), placeIn(text, random)].sort((a, b) => a - b) as [number, number];
  // Seldom much, or nothing would ever grow.
  if (to - from <= 12) text.delete(from, to - from);
}

/**
 * Never between the halves of a character: Yjs then writes two others in their place, but only where the item is
 * split, so that people would see different texts. No editor puts a caret there.
 */
function placeIn(text: Y.Text, random: Random): number {
  const at = random.below(text.length + 1);
  // Not that of a Y.XmlText, which writes tags.
  const unit = Y.Text.prototype.toString.call(text).charCodeAt(at);
  return unit >= 0xdc00 && unit <= 0xdfff ? at - 1 : at;
}
