import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

const guid = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';
const key = /^[+/0-9A-Za-z]{22}==$/;
const token = /^[\w!#$%&'*+.^`|~-]+$/;

/** The answer that opens a WebSocket (RFC 6455, 4.2), or null to a request that does not ask for one as it should. */
export function handshakeAnswer({
  method,
  headers,
}: Pick<IncomingMessage, 'method' | 'headers'>): string | null {
  const asked = headers['sec-websocket-key'];
  const isWhole =
    method === 'GET' &&
    headers.upgrade?.toLowerCase() === 'websocket' &&
    headers['sec-websocket-version'] === '13' &&
    asked !== undefined &&
    key.test(asked);
  if (!isWhole) return null;
  const lines = [
    'HTTP/1.1 101 Switching Protocols',
    'Upgrade: websocket',
    'Connection: Upgrade',
    `Sec-WebSocket-Accept: ${createHash('sha1')
      .update(asked + guid)
      .digest('base64')}`,
  ];
  // Browsers hang up on who takes none of the protocols that they offer.
  const protocol = headers['sec-websocket-protocol']?.split(',')[0]?.trim();
  if (protocol && token.test(protocol)) lines.push(`Sec-WebSocket-Protocol: ${protocol}`);
  return `${lines.join('\r\n')}\r\n\r\n`;
}
