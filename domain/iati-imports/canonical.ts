/**
 * A record as text that is the same for the same content: keys in order, and without the lines on which it stood,
 * which say nothing about it. What is undefined says nothing either.
 */
export function canonical(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value);
  if (value === null || value === undefined) return 'null';
  if (typeof value !== 'object') return String(value);
  let text = '';
  if (Array.isArray(value)) {
    for (const item of value) text += text === '' ? canonical(item) : `,${canonical(item)}`;
    return `[${text}]`;
  }
  for (const key of Object.keys(value).sort()) {
    const inner = (value as Record<string, unknown>)[key];
    if (key === 'line' || inner === undefined) continue;
    text += `${text === '' ? '' : ','}"${key}":${canonical(inner)}`;
  }
  return `{${text}}`;
}
