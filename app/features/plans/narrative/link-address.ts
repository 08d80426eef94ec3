/** Schemes that a link in a plan may have; anything else could run code or open a local file. */
const schemes = /^(https?|mailto|tel):/i;
const anyScheme = /^[a-z][a-z\d+.-]*:(?!\d)/i;

/**
 * The address that a person meant: a missing `https://` or `mailto:` is added. Null where it cannot be an address.
 */
export function linkAddress(typed: string): string | null {
  const text = typed.trim();
  if (text === '' || /\s/.test(text)) return null;
  if (schemes.test(text)) return isComplete(text) ? text : null;
  if (anyScheme.test(text)) return null;
  if (/^[^/@]+@[^/@]+\.[^/@]+$/.test(text)) return `mailto:${text}`;
  const address = `https://${text.replace(/^\/+/, '')}`;
  return isComplete(address) ? address : null;
}

function isComplete(address: string): boolean {
  if (/^(mailto|tel):/i.test(address)) return /:\S/.test(address);
  return URL.canParse(address) && /^[^.]+(\.[^.]+)+$|^localhost$/.test(new URL(address).hostname);
}
