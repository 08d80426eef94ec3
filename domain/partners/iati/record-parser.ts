import { SaxesParser, type SaxesTagPlain } from 'saxes';
import type { XmlElement } from './element';
import { readHeader } from './header';
import type { IatiLimits } from './limits';
import { Refusal } from './refusal';
import { rootShapes, type Shape } from './shape';
import type { IatiHeader } from './types';
import { makeUnkeptList, type Unkept } from './unkept';

interface Open {
  element: XmlElement;
  shape: Shape;
  /** The path without positions, for what is not kept. */
  path: string;
}

export interface RecordParser {
  /** Gives the records that ended within this text. Throws a Refusal. */
  write(text: string): XmlElement[];
  close(): void;
  header(): IatiHeader | null;
  unkept(): Unkept[];
  position(): { line: number; column: number; path: string };
}

/**
 * Cuts a file into records (activities or organisations), one held at a time, and of each only what the shape keeps.
 * Entities other than XML's own five are unknown to saxes and a DOCTYPE is refused, so nothing can expand.
 */
export function makeRecordParser(limits: IatiLimits): RecordParser {
  const parser = new SaxesParser({ xmlns: false, position: true });
  const unkept = makeUnkeptList();
  const stack: Open[] = [];
  let records: XmlElement[] = [];
  let recordCount = 0;
  let header: IatiHeader | null = null;
  let skipped = 0;
  let tagLine = 1;
  let [elements, characters, bytesOfToken] = [0, 0, 0];

  parser.on('error', (error) => {
    const isOver = parser.closed || /unclosed tag|unexpected end|must contain a root/.test(error.message);
    const reason = error.message.replace(/^\d+:\d+:\s*/, '').trim();
    throw new Refusal(isOver ? 'truncated' : 'malformed', { reason });
  });
  parser.on('doctype', () => {
    throw new Refusal('doctype_refused');
  });
  parser.on('comment', endToken);
  parser.on('processinginstruction', endToken);
  parser.on('opentagstart', () => {
    tagLine = parser.line;
    endToken();
  });
  parser.on('opentag', open);
  parser.on('closetag', close);
  parser.on('text', addText);
  parser.on('cdata', addText);

  function endToken(): void {
    bytesOfToken = 0;
  }

  function open(tag: SaxesTagPlain): void {
    bytesOfToken = 0;
    if (stack.length + skipped >= limits.depth) throw new Refusal('too_deep', { limit: limits.depth });
    if (skipped > 0) {
      skipped++;
      return;
    }
    const parent = stack.at(-1);
    const shape = parent ? parent.shape.children.get(tag.name) : rootShapes.get(tag.name);
    if (!parent && (!shape || tag.attributes.xmlns)) throw new Refusal('not_iati', { root: tag.name });
    if (!shape || tag.attributes.xmlns) {
      unkept.note(join(parent, tag.name), tag.attributes.xmlns ? `xmlns:${tag.name}` : tag.name, tagLine);
      skipped = 1;
      return;
    }
    push(tag, shape, parent);
  }

  function push(tag: SaxesTagPlain, shape: Shape, parent: Open | undefined): void {
    const isRecord = stack.length === 1;
    const element: XmlElement = {
      name: tag.name,
      line: tagLine,
      position: 1,
      attributes: tag.attributes,
      text: '',
      parent: isRecord ? null : (parent?.element ?? null),
      children: null,
    };
    const opened = { element, shape, path: isRecord ? tag.name : join(parent, tag.name) };
    if (isRecord) element.position = ++recordCount;
    else if (parent) adopt(parent.element, element);
    for (const name in tag.attributes) checkAttribute(name, opened);
    stack.push(opened);
    if (!parent) header = readHeader(element);
    if (++elements > limits.recordElements)
      throw new Refusal('record_too_large', { limit: limits.recordElements, unit: 'elements' });
  }

  function checkAttribute(name: string, { element, shape, path }: Open): void {
    if (shape.attributes.has(name)) {
      characters += element.attributes[name]?.length ?? 0;
      return;
    }
    delete element.attributes[name];
    if (!/^(xmlns|xsi:|xml:space)/.test(name)) unkept.note(`${path}/@${name}`, name, element.line);
  }

  function close(): void {
    bytesOfToken = 0;
    if (skipped > 0) {
      skipped--;
      return;
    }
    const closed = stack.pop();
    if (!closed || stack.length !== 1) return;
    records.push(closed.element);
    [elements, characters] = [0, 0];
  }

  function addText(text: string): void {
    bytesOfToken = 0;
    if (skipped > 0) return;
    const top = stack.at(-1);
    if (!top) return;
    if (top.shape.children.size > 0) {
      if (/\S/.test(text)) unkept.note(`${top.path}/text()`, top.element.name, parser.line);
      return;
    }
    top.element.text += text;
    characters += text.length;
    if (characters > limits.recordCharacters)
      throw new Refusal('record_too_large', { limit: limits.recordCharacters, unit: 'characters' });
  }

  return {
    write(text) {
      bytesOfToken += text.length;
      parser.write(text);
      if (bytesOfToken > limits.tokenBytes + text.length)
        throw new Refusal('token_too_large', { limit: limits.tokenBytes });
      const ended = records;
      records = [];
      return ended;
    },
    close: () => void parser.close(),
    header: () => header,
    unkept: unkept.list,
    position: () => ({
      line: parser.line,
      column: parser.column,
      path: stack.map(({ element }) => element.name).join('/'),
    }),
  };
}

function adopt(parent: XmlElement, element: XmlElement): void {
  parent.children ??= new Map();
  const beside = parent.children.get(element.name);
  if (beside) element.position = beside.push(element);
  else parent.children.set(element.name, [element]);
}

/** The root says nothing: every path begins at its record, or at the stranger beside it. */
function join(parent: Open | undefined, name: string): string {
  if (!parent || rootShapes.has(parent.path)) return name;
  return `${parent.path}/${name}`;
}
