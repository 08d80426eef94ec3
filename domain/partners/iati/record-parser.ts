import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { type Attribute, adopt, attributeOf, type XmlElement } from './element';
import { readHeader } from './header';
import type { IatiLimits } from './limits';
import { type Place, Refusal } from './refusal';
import { type NamedShape, rootShapes, type Shape } from './shape';
import { makeSources } from './sources';
import type { IatiHeader } from './types';
import { makeUnkeptList, type Unkept } from './unkept';

/** A record, and its own text where sources are asked for. */
export interface ReadRecord {
  element: XmlElement;
  source: string;
}

const langName = 'xml:lang';

interface GivenAttribute {
  name: string;
  value: string;
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
  /** The attributes of the tag that is being read. */
  let given: readonly GivenAttribute[] = [];
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
  // fifth of its speed. So comments and processing instructions have none, and the last is stored under its name.
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
  // Saxes lists the attributes of a tag, then gathers them in an object by names of the file's, which takes V8 longer
  // than all that is done with them here: the list is enough.
  // biome-ignore lint/complexity/useLiteralKeys: private to saxes.
  parser['processAttribs'] = takeAttributes;

  function takeAttributes(): void {
    // biome-ignore lint/complexity/useLiteralKeys: private to saxes.
    given = parser['attribList'];
    if (given.length === 0) return;
    // biome-ignore lint/complexity/useLiteralKeys: private to saxes.
    parser['attribList'] = [];
    const twin = twinIn(given);
    if (twin !== null) parser.fail(`duplicate attribute: ${twin}.`);
  }

  function endToken(): void {
    charactersOfToken = 0;
    ampersand = null;
  }

  function openElement({ name }: SaxesTagPlain): void {
    endToken();
    const isForeign = hasNamespace(given);
    const depth = open.length;
    if (depth + skipped >= limits.depth) throw new Refusal('too_deep', { limit: limits.depth });
    if (skipped > 0) {
      skipped++;
      return;
    }
    const known = depth > 0 ? shapes[depth - 1]?.children.get(name) : rootShapes.get(name);
    if (depth === 0 && (!known || isForeign)) throw new Refusal('not_iati', { root: name });
    if (!known || isForeign) {
      unkept.note(pathTo(name), isForeign ? `xmlns:${name}` : name, tagLine);
      skipped = 1;
      if (depth === 1) sources?.leave();
      return;
    }
    push(known);
  }

  function push({ name, shape }: NamedShape): void {
    const depth = open.length;
    const parent = depth > 1 ? (open[depth - 1] ?? null) : null;
    const element: XmlElement = {
      name,
      line: tagLine,
      position: 1,
      attributes: null,
      text: '',
      parent,
      children: null,
    };
    if (parent) adopt(parent, element);
    else if (depth === 1) element.position = ++recordCount;
    open.push(element);
    shapes.push(shape);
    if (given.length > 0) element.attributes = keptOf(shape);
    if (depth === 1) inheritLanguage(element);
    if (depth === 0) header = readHeader(element);
    if (depth === 0 && sources) rootTag = sources.take(parser.position).replace(/\s+/g, ' ');
    if (++elements > limits.recordElements)
      throw new Refusal('record_too_large', { limit: limits.recordElements, unit: 'elements' });
  }

  /** A record that names no language is in that of its root. */
  function inheritLanguage(record: XmlElement): void {
    const language = attributeOf(open[0] ?? null, langName);
    if (language === null || given.some(({ name }) => name === langName)) return;
    record.attributes = { name: langName, value: language, next: record.attributes };
  }

  /** The attributes of the element that was just opened which its shape keeps. */
  function keptOf(shape: Shape): Attribute | null {
    let kept: Attribute | null = null;
    for (const { name, value } of given) {
      const known = shape.attributes.get(name);
      if (known !== undefined) {
        kept = { name: known, value, next: kept };
        characters += value.length;
      } else if (!/^(xmlns|xsi:|xml:space)/.test(name)) unkept.note(pathTo(`@${name}`), name, tagLine);
    }
    return kept;
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
    if (!shapes[depth - 1]?.isLeaf) {
      if (!isBlank(text)) unkept.note(pathTo('text()'), top.name, parser.line);
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
    if (!text.includes('&')) {
      parser.write(text);
      return;
    }
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

/** `xmlns=""` says that there is no namespace, which is IATI's case: some serialisers write it. */
function hasNamespace(attributes: readonly GivenAttribute[]): boolean {
  for (const { name, value } of attributes) if (name === 'xmlns' && value.trim() !== '') return true;
  return false;
}

/** A name that comes twice; few enough are compared faster than they are put into a set. */
function twinIn(attributes: readonly GivenAttribute[]): string | null {
  if (attributes.length > 16) {
    const seen = new Set<string>();
    return attributes.find(({ name }) => seen.size === seen.add(name).size)?.name ?? null;
  }
  for (let i = 1; i < attributes.length; i++)
    for (let j = 0; j < i; j++)
      if (attributes[i]?.name === attributes[j]?.name) return attributes[i]?.name ?? null;
  return null;
}

/** Mostly one line's end and a few spaces. */
function isBlank(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 0x20) return !/\S/.test(text);
  return true;
}
