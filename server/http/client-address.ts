import type { IncomingMessage } from 'node:http';

/**
 * The client's address as seen by the outermost of so many trusted proxies, by the same rule as Express's `req.ip`;
 * for requests that never reach Express. What an untrusted client claims of itself does not count.
 */
export function clientAddress(request: IncomingMessage, trustedProxies: number): string {
  const forwarded = [request.headers['x-forwarded-for'] ?? []].flat().join(',');
  const claimed = forwarded
    .split(',')
    .map((address) => address.trim())
    .filter((address) => address !== '')
    .reverse();
  const path = [request.socket.remoteAddress ?? '', ...claimed];
  return path[Math.min(trustedProxies, path.length - 1)] ?? '';
}
