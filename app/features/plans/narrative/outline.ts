/** A heading of the text: where it stands in the editor's document, and how deep it is. */
export interface OutlineEntry {
  position: number;
  level: 2 | 3 | 4;
  text: string;
}

/** The least of a ProseMirror document that an outline needs. */
interface OutlineSource {
  descendants(visit: (node: OutlineNode, position: number) => boolean): void;
}

interface OutlineNode {
  type: { name: string };
  attrs: Record<string, unknown>;
  textContent: string;
  isTextblock: boolean;
}

/** The headings of a text in reading order; empty ones are left out, since nobody can aim at them. */
export function outlineOf(doc: OutlineSource): OutlineEntry[] {
  const entries: OutlineEntry[] = [];
  doc.descendants((node, position) => {
    if (node.type.name !== 'heading') return !node.isTextblock;
    const text = node.textContent.trim();
    if (text !== '') entries.push({ position, level: outlineLevel(node.attrs.level), text });
    return false;
  });
  return entries;
}

/** The section at a line across the window: that of the last heading above the line, or -1 before the first. */
export function sectionAt(tops: readonly number[], line: number): number {
  let current = -1;
  for (const [index, top] of tops.entries()) {
    if (top > line) break;
    current = index;
  }
  return current;
}

function outlineLevel(level: unknown): OutlineEntry['level'] {
  return level === 3 || level === 4 ? level : 2;
}
