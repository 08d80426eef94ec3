import * as Y from 'yjs';

/** The narrative as plain text, one line for each block, for search and digests. */
export function narrativeText(fragment: Y.XmlFragment): string {
  return blocksOf(fragment)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');
}

function blocksOf(parent: Y.XmlFragment): string[] {
  const lines: string[] = [];
  let line = '';
  for (const child of parent.toArray()) {
    if (child instanceof Y.XmlText) line += plainText(child);
    else if (child instanceof Y.XmlElement) lines.push(...blocksOf(child));
  }
  return line === '' ? lines : [line, ...lines];
}

function plainText(text: Y.XmlText): string {
  const pieces = text.toDelta() as { insert: unknown }[];
  return pieces.map(({ insert }) => (typeof insert === 'string' ? insert : ' ')).join('');
}
