import { connect } from 'node:net';

export interface RawAnswer {
  /** 0: the server hung up without an answer. */
  status: number;
  text: string;
}

/** Sends bytes as they are, as no browser would, and gives what came back until the answer's end. */
export function sendRaw(url: string, bytes: string): Promise<RawAnswer> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname);
    let text = '';
    socket.setEncoding('latin1');
    socket.on('data', (part) => {
      text += part;
    });
    socket.on('error', reject);
    socket.on('close', () => resolve({ status: Number(/^HTTP\/1\.1 (\d+)/.exec(text)?.[1] ?? 0), text }));
    socket.write(bytes);
  });
}

interface RawRequest {
  method?: string;
  path?: string;
  host?: string;
  headers?: Record<string, string>;
  body?: string;
}

/** A request in writing, from our own origin unless the headers say otherwise. */
export function written(
  url: string,
  { method = 'GET', path = '/sign-in', host = new URL(url).host, headers = {}, body = '' }: RawRequest,
): string {
  const all = {
    Host: host,
    Connection: 'close',
    Origin: url,
    ...(method === 'GET' ? {} : { 'Content-Length': String(Buffer.byteLength(body)) }),
    ...headers,
  };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  return `${method} ${path} HTTP/1.1\r\n${lines.join('')}\r\n${body}`;
}
