/** An element of a record that is being read; only what the shape keeps is in it. */
export interface XmlElement {
  name: string;
  line: number;
  /** From 1, among those of its name beside it. */
  position: number;
  attributes: Record<string, string>;
  text: string;
  parent: XmlElement | null;
  children: Map<string, XmlElement[]> | null;
}

const none: readonly XmlElement[] = [];

export function childrenOf(element: XmlElement, name: string): readonly XmlElement[] {
  return element.children?.get(name) ?? none;
}

export function childOf(element: XmlElement, name: string): XmlElement | null {
  return element.children?.get(name)?.[0] ?? null;
}

/** The trimmed attribute; null where it is absent or blank. */
export function attributeOf(element: XmlElement | null, name: string): string | null {
  const text = element?.attributes[name];
  return text === undefined ? null : trimmed(text);
}

export function textOf(element: XmlElement | null): string | null {
  return element ? trimmed(element.text) : null;
}

// Most values have no white space around them, and finding that out is cheaper than trimming.
function trimmed(text: string): string | null {
  return isInk(text.charCodeAt(0)) && isInk(text.charCodeAt(text.length - 1)) ? text : text.trim() || null;
}

function isInk(code: number): boolean {
  return code > 0x20 && code < 0x80;
}

/** "iati-activity[3]/transaction[2]/value": positions from 1, written where they are not 1 or the record's own. */
export function pathOf(element: XmlElement): string {
  const position = element.parent && element.position === 1 ? '' : `[${element.position}]`;
  const own = `${element.name}${position}`;
  return element.parent ? `${pathOf(element.parent)}/${own}` : own;
}

/** By XML's inheritance of xml:lang. */
export function languageOf(element: XmlElement): string | null {
  for (let at: XmlElement | null = element; at; at = at.parent) {
    const language = attributeOf(at, 'xml:lang');
    if (language) return language;
  }
  return null;
}
