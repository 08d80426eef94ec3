import * as Y from 'yjs';

/** A stretch of text with one set of marks. */
export interface TextRun {
  text: string;
  isBold?: true;
  isItalic?: true;
  isUnderlined?: true;
  isStruck?: true;
  link?: string;
}

/** The text of the editor as plain data, in reading order, for pages, exports and records. */
export type TextBlock =
  | { kind: 'paragraph' | 'quote'; runs: TextRun[] }
  | { kind: 'heading'; level: 2 | 3 | 4; runs: TextRun[] }
  /** `number` is null in a list without numbers; `depth` counts from 0. */
  | { kind: 'item'; number: number | null; depth: number; runs: TextRun[] }
  | { kind: 'table'; rows: { isHead: boolean; cells: TextRun[][] }[] }
  | { kind: 'rule' };

interface Around {
  isQuoted: boolean;
  /** How many lists it is in. */
  depth: number;
  /** The mark of the list item whose first paragraph comes next. */
  item: { number: number | null } | null;
}

const outermost: Around = { isQuoted: false, depth: 0, item: null };

/** Reads the text; what is of no kind known here is read for what is in it, so that no word is left out. */
export function textBlocks(fragment: Y.XmlFragment): TextBlock[] {
  return trimmed(blocksIn(fragment, outermost));
}

/** The same of one element of the text, with the empty lines at its ends. */
export function textBlocksOf(element: Y.XmlElement): TextBlock[] {
  return blocksOf(element, outermost);
}

function blocksIn(parent: Y.XmlFragment, around: Around): TextBlock[] {
  const blocks: TextBlock[] = [];
  let item = around.item;
  for (const child of parent.toArray()) {
    if (child instanceof Y.XmlText) blocks.push(textBlock('paragraph', runsOf(child), { ...around, item }));
    if (!(child instanceof Y.XmlElement)) continue;
    blocks.push(...blocksOf(child, { ...around, item }));
    // A second paragraph of a list item has no mark of its own.
    item = null;
  }
  return blocks;
}

function blocksOf(element: Y.XmlElement, around: Around): TextBlock[] {
  switch (element.nodeName) {
    case 'paragraph':
    case 'heading':
      return [textBlock(element.nodeName, inlineOf(element), around, levelOf(element))];
    case 'blockquote':
      return blocksIn(element, { ...around, isQuoted: true });
    case 'bulletList':
    case 'orderedList':
      return listItems(element, around);
    case 'table':
      return [{ kind: 'table', rows: elementsOf(element).map(tableRow) }];
    case 'horizontalRule':
      return [{ kind: 'rule' }];
    default:
      return blocksIn(element, around);
  }
}

function textBlock(name: string, runs: TextRun[], around: Around, level: 2 | 3 | 4 = 2): TextBlock {
  if (around.item) return { kind: 'item', ...around.item, depth: around.depth - 1, runs };
  if (name === 'heading') return { kind: 'heading', level, runs };
  return { kind: around.isQuoted ? 'quote' : 'paragraph', runs };
}

function listItems(list: Y.XmlElement, around: Around): TextBlock[] {
  const first = Number(list.getAttribute('start') ?? 1) || 1;
  return elementsOf(list).flatMap((element, i) =>
    blocksIn(element, {
      ...around,
      depth: around.depth + 1,
      item: { number: list.nodeName === 'orderedList' ? first + i : null },
    }),
  );
}

function tableRow(row: Y.XmlElement) {
  const cells = elementsOf(row);
  return {
    isHead: cells.length > 0 && cells.every(({ nodeName }) => nodeName === 'tableHeader'),
    cells: cells.map((cell) => {
      const blocks = blocksIn(cell, outermost);
      return blocks.flatMap((block, i) => {
        const runs = 'runs' in block ? block.runs : [];
        return i > 0 && runs.length > 0 ? [{ text: '\n' }, ...runs] : runs;
      });
    }),
  };
}

function inlineOf(element: Y.XmlElement): TextRun[] {
  return element.toArray().flatMap((child) => {
    if (child instanceof Y.XmlText) return runsOf(child);
    if (!(child instanceof Y.XmlElement)) return [];
    return child.nodeName === 'hardBreak' ? [{ text: '\n' }] : inlineOf(child);
  });
}

function runsOf(text: Y.XmlText): TextRun[] {
  const pieces = text.toDelta() as { insert: unknown; attributes?: Record<string, unknown> }[];
  return pieces.flatMap(({ insert, attributes = {} }) =>
    typeof insert === 'string' && insert !== '' ? [{ text: writable(insert), ...marksOf(attributes) }] : [],
  );
}

function marksOf(attributes: Record<string, unknown>): Omit<TextRun, 'text'> {
  const marks: Omit<TextRun, 'text'> = {};
  for (const [key, value] of Object.entries(attributes)) {
    if (value === null) continue;
    // The binding writes "bold", or "bold--hash" where marks of one name may overlap.
    const [name] = key.split('--');
    if (name === 'bold') marks.isBold = true;
    if (name === 'italic') marks.isItalic = true;
    if (name === 'underline') marks.isUnderlined = true;
    if (name === 'strike') marks.isStruck = true;
    const href = (value as { href?: unknown }).href;
    // Anything but an address of the web or of mail could be a script that runs when it is clicked.
    if (name === 'link' && typeof href === 'string' && /^(https?:|mailto:)/i.test(href)) marks.link = href;
  }
  return marks;
}

function levelOf(element: Y.XmlElement): 2 | 3 | 4 {
  const level = Number(element.getAttribute('level'));
  return level === 3 || level === 4 ? level : 2;
}

function elementsOf(parent: Y.XmlFragment): Y.XmlElement[] {
  return parent.toArray().filter((child): child is Y.XmlElement => child instanceof Y.XmlElement);
}

/** Without the empty lines at both ends. */
function trimmed(blocks: TextBlock[]): TextBlock[] {
  const isEmpty = (block: TextBlock | undefined) =>
    block !== undefined && 'runs' in block && block.runs.every(({ text }) => text.trim() === '');
  let [from, to] = [0, blocks.length];
  while (from < to && isEmpty(blocks[from])) from++;
  while (to > from && isEmpty(blocks[to - 1])) to--;
  return blocks.slice(from, to);
}

/** A hand-made client can write what no database and no file takes. */
function writable(text: string): string {
  return text.replaceAll('\0', '').replace(/\p{Surrogate}/gu, '\ufffd');
}
