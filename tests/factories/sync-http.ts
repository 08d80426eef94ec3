import { encodeRecord, RecordReader, recordKind } from '#domain/documents/http-protocol';
import { fetchAs } from './client-sockets';
import type { Engine } from './sync';

type Parameters = Record<string, string | number>;

/** A client of the fallback over HTTP that sends whatever it is told to, one request at a time. */
export function httpAs(engine: Engine, name: string, documentId: string) {
  const origin = `http://${engine.origin}`;

  function ask(parameters: Parameters, init: RequestInit = {}): Promise<Response> {
    const query = new URLSearchParams(Object.entries(parameters).map(([key, value]) => [key, String(value)]));
    const headers = new Headers(init.headers);
    return fetchAs(headers.get('Cookie') ?? name, headers.get('Origin') ?? origin)(
      `${origin}/sync-http/${documentId}?${query}`,
      { method: 'POST', ...init },
    );
  }

  async function open(parameters: Parameters = {}): Promise<string> {
    const [word, channel = ''] = (await (await ask(parameters)).text()).split(' ');
    if (word !== 'open') throw new Error('not opened');
    return channel;
  }

  /** Everything that comes until the answer ends. */
  async function down(channel: string, got = 0, wait = 'poll') {
    const response = await ask({ channel, got, wait });
    const bytes = new Uint8Array(await response.arrayBuffer());
    return { status: response.status, bytes, read: () => readRecords(bytes) };
  }

  async function up(channel: string, at: number, body: Uint8Array<ArrayBuffer>, got = 0) {
    const response = await ask({ channel, at, got }, { body });
    return { status: response.status, text: await response.text() };
  }

  return { ask, open, down, up };
}

export function framesIn(...frames: Uint8Array[]): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(frames.flatMap((frame) => [...encodeRecord(recordKind.frame, frame)]));
}

function readRecords(bytes: Uint8Array) {
  const frames: Uint8Array[] = [];
  let close: number | null = null;
  const reader = new RecordReader(2 ** 31, (kind, payload) => {
    if (kind === recordKind.frame) frames.push(payload);
    if (kind === recordKind.close) close = (payload[0] as number) * 256 + (payload[1] as number);
  });
  reader.push(bytes);
  return { frames, close: close as number | null };
}
