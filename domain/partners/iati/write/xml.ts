/** An element as text; null and empty parts are left out. */
export type Part = string | null | false | readonly Part[];

export type Attributes = Readonly<Record<string, string | boolean | null | undefined>>;

export function tag(name: string, attributes: Attributes = {}, ...parts: Part[]): string {
  const shown = Object.entries(attributes)
    .filter(([, value]) => value !== null && value !== undefined)
    .map(([attribute, value]) => ` ${attribute}="${escapeAttribute(String(value))}"`)
    .join('');
  const inner = joined(parts);
  return inner === '' ? `<${name}${shown}/>` : `<${name}${shown}>${inner}</${name}>`;
}

export function text(value: string): string {
  return readable(value).replace(/[&<>]/g, (character) => entities[character] ?? '');
}

function escapeAttribute(value: string): string {
  return readable(value).replace(
    /[&<>"\n\t]/g,
    (character) => entities[character] ?? `&#${character.charCodeAt(0)};`,
  );
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** XML 1.0 has no other control characters, not even escaped, and no half surrogates. */
function readable(value: string): string {
  return value
    .replace(/\r\n?/g, '\n')
    .replace(/[^\t\n\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '');
}

function joined(parts: readonly Part[]): string {
  return parts.map((part) => (Array.isArray(part) ? joined(part) : part || '')).join('');
}
