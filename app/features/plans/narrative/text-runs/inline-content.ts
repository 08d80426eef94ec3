import type { Node } from '@tiptap/pm/model';
import { simpleDiffString } from 'lib0/diff';
import * as Y from 'yjs';

/** Stands for an inline element where inline content is compared as text; the only one is the line break. */
const elementMark = '\uFFFC';

type Part = Y.XmlText | Y.XmlElement;

/** A child of a text block, and where it begins in the block's content. */
interface Placed {
  part: Part;
  index: number;
  start: number;
  end: number;
}

/** Whether two shared texts stand side by side in the block, as happens when several people begin it at once. */
export function hasAdjacentTexts(block: unknown): block is Y.XmlElement {
  if (!(block instanceof Y.XmlElement)) return false;
  const parts = block.toArray();
  return parts.some((part, index) => part instanceof Y.XmlText && parts[index + 1] instanceof Y.XmlText);
}

/** The editor's node for a text block, its texts one after the other. Null where its content cannot stand in it. */
export function readInline(block: Y.XmlElement, schema: Node['type']['schema']): Node | null {
  try {
    const children = block.toArray().flatMap((part) =>
      part instanceof Y.XmlText
        ? runsOf(part).map(({ insert, attributes }) =>
            schema.text(
              insert,
              Object.entries(attributes ?? {}).map(([name, attrs]) => schema.mark(name, attrs)),
            ),
          )
        : [schema.node((part as Y.XmlElement).nodeName, (part as Y.XmlElement).getAttributes())],
    );
    return schema.node(block.nodeName, block.getAttributes(), children);
  } catch {
    return null;
  }
}

/** Brings a text block to what the editor's node says, touching only what differs and keeping each text. */
export function writeInline(block: Y.XmlElement, node: Node): void {
  writeAttributes(block, node);
  const wanted = node.children.map((child) => child.text ?? elementMark).join('');
  const { index, remove, insert } = simpleDiffString(contentOf(block), wanted);
  removeContent(block, index, index + remove);
  let at = index;
  for (const piece of insert.split(/(\uFFFC)/)) {
    if (piece === elementMark) insertElement(block, { at, name: elementNameAt(node, at) });
    else if (piece !== '') insertText(block, at, piece);
    at += piece.length;
  }
  writeMarks(block, node);
}

interface Run {
  insert: string;
  attributes?: Record<string, Record<string, unknown>>;
}

function runsOf(text: Y.XmlText): Run[] {
  return text.toDelta() as Run[];
}

function textOf(text: Y.XmlText): string {
  return runsOf(text)
    .map(({ insert }) => insert)
    .join('');
}

function contentOf(block: Y.XmlElement): string {
  return place(block)
    .map(({ part }) => (part instanceof Y.XmlText ? textOf(part) : elementMark))
    .join('');
}

function place(block: Y.XmlElement): Placed[] {
  let end = 0;
  return (block.toArray() as Part[]).map((part, index) => {
    const start = end;
    end += part instanceof Y.XmlText ? part.length : 1;
    return { part, index, start, end };
  });
}

function writeAttributes(block: Y.XmlElement, { attrs }: Node): void {
  const before = block.getAttributes() as Record<string, unknown>;
  for (const [key, value] of Object.entries(attrs)) {
    if (value === null || value === undefined) {
      if (key in before) block.removeAttribute(key);
    } else if (before[key] !== value) block.setAttribute(key, value);
  }
}

function removeContent(block: Y.XmlElement, from: number, to: number): void {
  for (const { part, index, start, end } of place(block).reverse()) {
    const first = Math.max(from, start);
    const last = Math.min(to, end);
    if (first >= last) continue;
    if (part instanceof Y.XmlText) part.delete(first - start, last - first);
    else block.delete(index, 1);
  }
}

function insertText(block: Y.XmlElement, at: number, text: string): void {
  const parts = place(block);
  const home = parts.find(({ part, start, end }) => part instanceof Y.XmlText && start <= at && at <= end);
  if (home?.part instanceof Y.XmlText) home.part.insert(at - home.start, text);
  else insertNewText(block, parts.filter(({ end }) => end <= at).length, text);
}

function insertElement(block: Y.XmlElement, { at, name }: { at: number; name: string }): void {
  const parts = place(block);
  const split = parts.find(({ start, end }) => start < at && at < end);
  if (split?.part instanceof Y.XmlText) {
    const tail = textOf(split.part).slice(at - split.start);
    split.part.delete(at - split.start, tail.length);
    insertNewText(block, split.index + 1, tail);
  }
  const index = split ? split.index + 1 : parts.filter(({ end }) => end <= at).length;
  block.insert(index, [new Y.XmlElement(name)]);
}

function insertNewText(block: Y.XmlElement, index: number, content: string): void {
  const text = new Y.XmlText();
  block.insert(index, [text]);
  text.insert(0, content);
}

function elementNameAt(node: Node, at: number): string {
  return node.nodeAt(at)?.type.name ?? 'hardBreak';
}

function writeMarks(block: Y.XmlElement, node: Node): void {
  for (const { part, start, end } of place(block)) {
    if (!(part instanceof Y.XmlText) || start === end) continue;
    const names = runsOf(part).flatMap(({ attributes }) => Object.keys(attributes ?? {}));
    const none = Object.fromEntries(names.map((name) => [name, null]));
    const delta: { retain: number; attributes: Record<string, unknown> }[] = [];
    node.nodesBetween(start, end, (child, at) => {
      const retain = Math.min(end, at + child.nodeSize) - Math.max(start, at);
      const marks = Object.fromEntries(child.marks.map(({ type, attrs }) => [type.name, attrs]));
      delta.push({ retain, attributes: { ...none, ...marks } });
    });
    part.applyDelta(delta);
  }
}
