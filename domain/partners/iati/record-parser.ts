import { SaxesParser, type SaxesTagPlain } from 'saxes';
import type { XmlElement } from './element';
import { readHeader } from './header';
import type { IatiLimits } from './limits';
import { type Place, Refusal } from './refusal';
import { rootShapes, type Shape } from './shape';
import { makeSources } from './sources';
import type { IatiHeader } from './types';
import { makeUnkeptList, type Unkept } from './unkept';

/** A record, and its own text where sources are asked for. */
export interface ReadRecord {
  element: XmlElement;
  source: string;
}

export interface RecordParser {
  /** Gives the records that ended within this text. Throws a Refusal. */
  write(text: string): ReadRecord[];
  /** The tag that opens the root, on one line; where sources are asked for. */
  rootTag(): string;
  close(): void;
  header(): IatiHeader | null;
  unkept(): Unkept[];
  position(): Place;
}

/**
 * Cuts a file into records (activities or organisations), one held at a time, and of each only what the shape keeps.
 * Entities other than XML's own five are unknown to saxes and a DOCTYPE is refused, so nothing can expand.
 */
export function makeRecordParser(limits: IatiLimits, { withSources = false } = {}): RecordParser {
  const parser = new SaxesParser({ xmlns: false, position: true });
  const unkept = makeUnkeptList();
  /** The open elements, and beside each its shape. */
  const open: XmlElement[] = [];
  const shapes: Shape[] = [];
  const sources = withSources ? makeSources(limits) : null;
  let records: ReadRecord[] = [];
  let rootTag = '';
  let recordCount = 0;
  let header: IatiHeader | null = null;
  let skipped = 0;
  let tagLine = 1;
  let [elements, characters, charactersOfToken] = [0, 0, 0];
  let ampersand: Place | null = null;

  // `on` stores handlers under computed names: at the eighth, V8 turns the parser into a dictionary, and it reads at a
  // fifth of its speed. So comments and processing instructions have none.
  parser.on('error', (error) => {
    const isOver = parser.closed || /unclosed tag|unexpected end|must contain a root/.test(error.message);
    const reason = error.message.replace(/^\d+:\d+:\s*/, '').trim();
    if (isInReference() || /disallowed character in entity|empty entity/.test(reason)) refuseAmpersand();
    throw new Refusal(isOver ? 'truncated' : 'malformed', { reason });
  });
  parser.on('doctype', () => {
    throw new Refusal('doctype_refused');
  });
  parser.on('opentagstart', () => {
    tagLine = parser.line;
    endToken();
    if (open.length <= 1 && skipped === 0) sources?.start(parser.position);
  });
  parser.on('opentag', openElement);
  parser.on('closetag', closeElement);
  parser.on('text', addText);
  parser.on('cdata', addText);

  function endToken(): void {
    charactersOfToken = 0;
    ampersand = null;
  }

  function openElement(tag: SaxesTagPlain): void {
    endToken();
    const depth = open.length;
    if (depth + skipped >= limits.depth) throw new Refusal('too_deep', { limit: limits.depth });
    if (skipped > 0) {
      skipped++;
      return;
    }
    const { name, attributes } = tag;
    const isForeign = attributes.xmlns !== undefined;
    const shape = depth > 0 ? shapes[depth - 1]?.children.get(name) : rootShapes.get(name);
    if (depth === 0 && (!shape || isForeign)) throw new Refusal('not_iati', { root: name });
    if (!shape || isForeign) {
      unkept.note(pathTo(name), isForeign ? `xmlns:${name}` : name, tagLine);
      skipped = 1;
      if (depth === 1) sources?.leave();
      return;
    }
    push(name, attributes, shape);
  }

  function push(name: string, attributes: Record<string, string>, shape: Shape): void {
    const depth = open.length;
    const parent = depth > 1 ? (open[depth - 1] ?? null) : null;
    const element: XmlElement = {
      name,
      line: tagLine,
      position: 1,
      attributes,
      text: '',
      parent,
      children: null,
    };
    if (parent) adopt(parent, element);
    else if (depth === 1) element.position = ++recordCount;
    open.push(element);
    shapes.push(shape);
    for (const attribute in attributes) checkAttribute(attribute, element, shape);
    if (depth === 0) header = readHeader(element);
    if (depth === 0 && sources) rootTag = sources.take(parser.position).replace(/\s+/g, ' ');
    if (++elements > limits.recordElements)
      throw new Refusal('record_too_large', { limit: limits.recordElements, unit: 'elements' });
  }

  function checkAttribute(name: string, element: XmlElement, shape: Shape): void {
    if (shape.attributes.has(name)) {
      characters += element.attributes[name]?.length ?? 0;
      return;
    }
    // The reader asks for what the shape keeps, so what it does not keep may stay until the record is gone.
    if (!/^(xmlns|xsi:|xml:space)/.test(name)) unkept.note(pathTo(`@${name}`), name, element.line);
  }

  function closeElement(): void {
    endToken();
    if (skipped > 0) {
      skipped--;
      return;
    }
    const closed = open.pop();
    shapes.pop();
    if (!closed || open.length !== 1) return;
    records.push({ element: closed, source: sources?.take(parser.position) ?? '' });
    [elements, characters] = [0, 0];
  }

  function addText(text: string): void {
    endToken();
    const depth = open.length;
    const top = open[depth - 1];
    if (skipped > 0 || !top) return;
    if ((shapes[depth - 1]?.children.size ?? 0) > 0) {
      if (/\S/.test(text)) unkept.note(pathTo('text()'), top.name, parser.line);
      return;
    }
    top.text += text;
    characters += text.length;
    if (characters > limits.recordCharacters)
      throw new Refusal('record_too_large', { limit: limits.recordCharacters, unit: 'characters' });
  }

  /** The root says nothing: every path begins at its record, or at the stranger beside it. */
  function pathTo(name: string): string {
    const [root, ...others] = open;
    return [...(others.length > 0 || !root || !/^@|^text/.test(name) ? others : [root]), { name }]
      .map((element) => element.name)
      .join('/');
  }

  // saxes takes everything up to the next semicolon, in whatever line, for the name of an entity.
  function isInReference(): boolean {
    // biome-ignore lint/complexity/useLiteralKeys: private to saxes, and nothing public says it.
    return ampersand !== null && parser['entity'] !== '';
  }

  function refuseAmpersand(): void {
    if (ampersand) throw new Refusal('ampersand_bare', {}, ampersand);
  }

  function place(): Place {
    return { line: parser.line, column: parser.column, path: open.map(({ name }) => name).join('/') };
  }

  function write(text: string): void {
    sources?.add(text);
    let from = 0;
    for (const { index } of text.matchAll(/&(?!(?:[a-z]+|#\d+|#x[\da-f]+);)/gi)) {
      parser.write(text.slice(from, index + 1));
      from = index + 1;
      if (!isInReference()) ampersand = place();
    }
    parser.write(from === 0 ? text : text.slice(from));
  }

  return {
    write(text) {
      charactersOfToken += text.length;
      write(text);
      if (charactersOfToken > limits.tokenBytes + text.length) {
        if (isInReference()) refuseAmpersand();
        throw new Refusal('token_too_large', { limit: limits.tokenBytes });
      }
      const ended = records;
      records = [];
      return ended;
    },
    close: () => void parser.close(),
    rootTag: () => rootTag,
    header: () => header,
    unkept: unkept.list,
    position: place,
  };
}

function adopt(parent: XmlElement, element: XmlElement): void {
  parent.children ??= new Map();
  const beside = parent.children.get(element.name);
  if (beside) element.position = beside.push(element);
  else parent.children.set(element.name, [element]);
}
