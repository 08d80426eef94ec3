/** An element of a record that is being read; only what the shape keeps is in it. */
export interface XmlElement {
  name: string;
  line: number;
  /** From 1, among those of its name beside it. */
  position: number;
  attributes: Attribute | null;
  text: string;
  parent: XmlElement | null;
  children: Named | null;
}

/** Attributes are so few that a chain of them is built and searched faster than a map or an object. */
export interface Attribute {
  name: string;
  value: string;
  next: Attribute | null;
}

/** The children of one name; the names are a chain, too, that of the latest first. */
interface Named {
  name: string;
  elements: XmlElement[];
  next: Named | null;
}

const none: readonly XmlElement[] = [];

export function childrenOf(element: XmlElement, name: string): readonly XmlElement[] {
  for (let at = element.children; at; at = at.next) if (at.name === name) return at.elements;
  return none;
}

export function childOf(element: XmlElement, name: string): XmlElement | null {
  for (let at = element.children; at; at = at.next) if (at.name === name) return at.elements[0] ?? null;
  return null;
}

/** Whether it has several children of one name. */
export function hasRepeated(element: XmlElement): boolean {
  for (let at = element.children; at; at = at.next) if (at.elements.length > 1) return true;
  return false;
}

/** Puts an element into its parent, after those of its name. */
export function adopt(parent: XmlElement, element: XmlElement): void {
  const { name } = element;
  for (let at = parent.children; at; at = at.next) {
    if (at.name !== name) continue;
    element.position = at.elements.push(element);
    return;
  }
  parent.children = { name, elements: [element], next: parent.children };
}

/** The trimmed attribute; null where it is absent or blank. */
export function attributeOf(element: XmlElement | null, name: string): string | null {
  if (element === null) return null;
  for (let at = element.attributes; at; at = at.next) if (at.name === name) return trimmed(at.value);
  return null;
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
