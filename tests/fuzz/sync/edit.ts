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
      text.insert(random.below(text.length + 1), random.pick(words));
      return;
    case 3:
      if (text.length > 0) deleteIn(text, random);
      return;
    case 4:
      if (text.length > 1) {
        const bold = random.pick([true, null]);
        const at = random.below(text.length - 1);
        text.format(at, 1 + random.below(text.length - at), { bold });
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
        node.format(random.below(node.length), 1, { italic: random.pick([true, null]) });
        node.insert(random.below(node.length), 'y');
      }
  }
}

function deleteIn(text: Y.Text, random: Random): void {
  const at = random.below(text.length);
  text.delete(at, Math.min(text.length - at, 1 + random.below(8)));
}
