import * as Y from 'yjs';
import { plainText } from '../documents/plain-text';
import { type TextBlock, textBlocksOf } from '../documents/text-blocks';

/** A part of a plan's text that can be quoted: a section with its heading, or one paragraph, list or table. */
export interface Passage {
  /** Of the element that it begins with: stays the same while others write. */
  id: string;
  /** That of the heading where it is a section; else null. */
  level: 2 | 3 | 4 | null;
  text: string;
}

/** A quotation longer than this nobody reads in a sitting. */
const maxLength = 10_000;

/** In reading order, a section before what is in it; without what is empty or too long to be quoted. */
export function passagesOf(narrative: Y.XmlFragment): Passage[] {
  const elements = narrative.toArray().flatMap((element) => {
    if (!(element instanceof Y.XmlElement)) return [];
    return [{ id: idOf(element), blocks: textBlocksOf(element) }];
  });
  return elements.flatMap(({ id, blocks }, at): Passage[] => {
    const level = levelOf(blocks);
    // Sections of one level do not overlap, so that each element is gone over three times at most.
    let end = at + 1;
    while (level !== null && end < elements.length && !isOver(elements[end]?.blocks ?? [], level)) end++;
    const text = plainText(elements.slice(at, end).flatMap((one) => one.blocks));
    return text === '' || text.length > maxLength ? [] : [{ id, level, text }];
  });
}

/** Whether a section ends before these: with a heading of its own level or above. */
function isOver(blocks: readonly TextBlock[], level: number): boolean {
  const next = levelOf(blocks);
  return next !== null && next <= level;
}

function levelOf([first]: readonly TextBlock[]): 2 | 3 | 4 | null {
  return first?.kind === 'heading' ? first.level : null;
}

/** That of Yjs: who made the element, and as which of their changes. */
function idOf(element: Y.XmlElement): string {
  const item = element._item;
  return item ? `${item.id.client}:${item.id.clock}` : '';
}
