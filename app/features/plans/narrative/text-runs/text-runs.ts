import { Extension } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { type ProsemirrorBinding, ySyncPluginKey } from '@tiptap/y-tiptap';
import * as Y from 'yjs';
import { hasAdjacentTexts, readInline, writeInline } from './inline-content';

/**
 * Lets several people begin one empty paragraph at the same moment. Each of them makes a shared text in it, and the
 * binding would merge these texts on every page at once: letters would come twice or be lost. Here they stay side by
 * side for good, are read as one, and each edit is written into the text where it was made.
 */
export const TextRuns = Extension.create({
  name: 'textRuns',
  // After the binding to the shared text (1000), whose state it finds.
  priority: 998,
  addProseMirrorPlugins: () => [textRunsPlugin()],
});

/** The same as a plugin; it stands after the binding's. */
export function textRunsPlugin(): Plugin {
  return new Plugin({
    key: new PluginKey('textRuns'),
    state: {
      init: (_config, state) => keepTextsApart(ySyncPluginKey.getState(state).binding, state.schema),
      apply: () => undefined,
    },
  });
}

type Schema = Node['type']['schema'];
type Mapping = ProsemirrorBinding['mapping'];

function keepTextsApart(binding: ProsemirrorBinding, schema: Schema): void {
  if (binding.mapping instanceof RunMapping) return;
  const mapping = new RunMapping(schema);
  binding.mapping = mapping;
  const writeStructure = binding._prosemirrorChanged.bind(binding);
  binding._prosemirrorChanged = (doc) => {
    binding.doc.transact(() => {
      writeTextBlocks({ parent: binding.type, node: doc, mapping });
      writeStructure(doc);
    }, ySyncPluginKey);
  };
  // Its own way reads the outermost blocks without asking the mapping.
  binding._forceRerender = () => {
    binding.doc.transact((transaction) => {
      binding.beforeTransactionSelection = null as never;
      binding._typeChanged([{} as Y.YEvent<Y.XmlFragment>], transaction);
    }, ySyncPluginKey);
  };
}

/** What the binding knows of each shared type; it asks here before it reads a block, which is when it would merge. */
class RunMapping extends Map<Y.AbstractType<unknown>, Node | Node[]> {
  readonly #schema: Schema;

  constructor(schema: Schema) {
    super();
    this.#schema = schema;
  }

  override get(type: Y.AbstractType<unknown>): Node | Node[] | undefined {
    const known = super.get(type);
    if (known !== undefined || !hasAdjacentTexts(type)) return known;
    const node = readInline(type, this.#schema);
    if (node) this.set(type, node);
    return node ?? undefined;
  }
}

/**
 * Writes the text blocks that differ and tells the mapping, so that the binding passes over them; it does the rest.
 * Where blocks came or went, only the first that differs is certain to be the same block in both.
 */
function writeTextBlocks({
  parent,
  node,
  mapping,
}: {
  parent: Y.XmlFragment;
  node: Node;
  mapping: Mapping;
}): void {
  const shared = parent.toArray();
  const shown = node.children;
  const isSame = (a: number, b: number) => mapping.get(shared[a] as Y.XmlElement) === shown[b];
  const shortest = Math.min(shared.length, shown.length);
  let first = 0;
  while (first < shortest && isSame(first, first)) first++;
  let last = shortest;
  while (last > first && isSame(shared.length - shortest + last - 1, shown.length - shortest + last - 1))
    last--;
  const hasSameShape = shared.length === shown.length;
  for (let index = first; index < (hasSameShape ? last : Math.min(last, first + 1)); index++) {
    const block = shared[index];
    const wanted = shown[index];
    if (!(block instanceof Y.XmlElement) || !wanted || block.nodeName !== wanted.type.name) continue;
    if (isSame(index, index)) continue;
    if (!wanted.isTextblock) writeTextBlocks({ parent: block, node: wanted, mapping });
    else if (hasSameShape || hasAdjacentTexts(block)) {
      writeInline(block, wanted);
      mapping.set(block, wanted);
    }
  }
}
