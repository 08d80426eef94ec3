/** A base that no address of ours can have, so that anything leading elsewhere shows. */
const nowhere = 'http://nowhere.invalid';

/**
 * The address to go on to after signing in: a path on this server, else the fallback. Keeps a link in a mail from sending
 * someone who has just signed in to another site.
 */
export function localAddress(address: string | null | undefined, fallback: string): string {
  if (!address?.startsWith('/')) return fallback;
  try {
    const url = new URL(address, nowhere);
    if (url.origin !== nowhere) return fallback;
    const local = `${url.pathname}${url.search}${url.hash}`;
    // '/.//evil.example' resolves to a path that a browser reads as another host.
    return local.startsWith('//') ? fallback : local;
  } catch {
    return fallback;
  }
}
