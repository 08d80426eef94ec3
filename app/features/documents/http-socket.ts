import { Backlog } from '#domain/documents/backlog';
import {
  encodeRecord,
  httpParameter,
  RecordReader,
  recordKind,
  syncHttpPath,
  waitFor,
} from '#domain/documents/http-protocol';
import { syncPath } from '#domain/documents/protocol';

export interface HttpSocketOptions {
  /** Starts with polling: this network is known to hold streams back. */
  isPolling: boolean;
  /** A stream was held back; from now on it polls. */
  onHeldBack: () => void;
  onOpened?: () => void;
  /** Nothing came of it: neither opened nor refused by the server. */
  onNotOpened?: () => void;
  fetch?: typeof fetch;
}

/** How much goes up in one request: less than proxies commonly allow, and little to repeat when it fails. */
const uploadBytes = 256 * 1024;
/** How much comes down before the server is told that it has come. */
const unconfirmedBytes = 128 * 1024;
/** How long a request may take that is answered at once, and one that waits for something to come. */
const answerMs = 20_000;
/** A stream that is behind what the server says it has sent, and stands still for so long, is being held back. */
const heldBackMs = 3_000;
/** After so long without a word from the server the connection is lost. */
const lostMs = 25_000;
const largestRecord = 2 ** 31;
/** Without being asked: in case the server's question is held back. */
const beatMs = 20_000;

/**
 * A WebSocket in all that y-websocket uses of one, over HTTP: the two streams of `http-protocol.ts`. A request that
 * fails is repeated; only when the server has not been heard for a while does the socket close.
 */
export class HttpSocket {
  static readonly OPEN = 1;
  readonly OPEN = 1;
  readyState = 0;
  binaryType = 'arraybuffer';
  onopen: (() => void) | null = null;
  onmessage: ((event: { data: ArrayBuffer }) => void) | null = null;
  onerror: ((event: object) => void) | null = null;
  onclose: ((event: { code: number; reason: string }) => void) | null = null;
  readonly #url: URL;
  readonly #options: HttpSocketOptions;
  readonly #fetch: typeof fetch;
  readonly #up = new Backlog();
  readonly #records = new RecordReader(largestRecord, (kind, payload) => this.#take(kind, payload));
  readonly #ended = new AbortController();
  #channel = '';
  #got = 0;
  #confirmed = 0;
  #isPolling: boolean;
  #isPosting = false;
  #owesWord = false;
  #stream: AbortController | null = null;
  #heldBackTimer: ReturnType<typeof setTimeout> | null = null;
  #heardAt = performance.now();
  #postedAt = performance.now();
  readonly #beat = setInterval(() => this.#speakUp(), beatMs / 4);

  constructor(url: string | URL, options: HttpSocketOptions) {
    this.#url = new URL(url);
    this.#url.protocol = this.#url.protocol.replace('ws', 'http');
    this.#url.pathname = this.#url.pathname.replace(syncPath, syncHttpPath);
    this.#options = options;
    this.#isPolling = options.isPolling;
    this.#fetch = options.fetch ?? fetch.bind(globalThis);
    void this.#open();
  }

  send(data: Uint8Array): void {
    if (this.readyState !== 1) return;
    this.#up.append(encodeRecord(recordKind.frame, data));
    void this.#post();
  }

  /** Also sends the rest of what was to be sent, if it is little. */
  readonly close = (): void => {
    if (this.readyState === 1) this.#sayBye();
    this.#end(1005, '');
  };

  #sayBye(): void {
    const body = join(this.#up.from(this.#up.start, uploadBytes));
    // Larger ones are refused by browsers for a page that is going.
    const rest = body.length < 60_000 ? body : new Uint8Array();
    const parameters = { at: this.#up.start, got: this.#got, [httpParameter.bye]: 1 };
    this.#ask(parameters, { body: rest, keepalive: true }).catch(() => undefined);
  }

  async #open(): Promise<void> {
    try {
      const response = await this.#ask({}, { signal: AbortSignal.timeout(answerMs) });
      const [word, first = '', ...rest] = response.ok ? (await response.text()).split(' ') : [];
      if (word === 'close') this.#end(Number(first), rest.join(' '));
      if (word !== 'open') throw new Error(`not opened: ${response.status}`);
      this.#channel = first;
      // Closed meanwhile.
      if (this.readyState !== 0) return this.#sayBye();
    } catch (error) {
      this.#fail(error);
      return;
    }
    this.readyState = 1;
    this.#options.onOpened?.();
    globalThis.addEventListener?.('pagehide', this.close);
    this.onopen?.();
    void this.#follow();
  }

  /** Keeps asking for the stream down, each time from where it broke off. */
  async #follow(): Promise<void> {
    while (this.readyState === 1) {
      const startedAt = performance.now();
      const hasWorked = await this.#readSome();
      // A proxy that ends streams at once must not be asked a hundred times a second.
      const isHasty = !this.#isPolling && performance.now() - startedAt < 1_000;
      if (!hasWorked || isHasty) await this.#pause(500);
    }
  }

  async #readSome(): Promise<boolean> {
    const stream = new AbortController();
    this.#stream = stream;
    const isPolling = this.#isPolling;
    const timer = isPolling ? setTimeout(() => stream.abort(), answerMs) : undefined;
    try {
      const wait = isPolling ? waitFor.poll : waitFor.stream;
      const response = await this.#ask({ got: this.#got, wait }, { signal: stream.signal });
      if (!this.#isFromServer(response, 'application/octet-stream') || !response.body) return false;
      const reader = response.body.getReader();
      for (;;) {
        const { done, value } = await reader.read();
        if (done || this.readyState !== 1) return true;
        this.#receive(value);
      }
    } catch {
      return false;
    } finally {
      clearTimeout(timer);
    }
  }

  #receive(bytes: Uint8Array): void {
    this.#heardAt = performance.now();
    this.#got += bytes.length;
    this.#watchFor(0);
    try {
      this.#records.push(bytes);
    } catch (error) {
      this.#fail(error);
    }
    if (this.#got - this.#confirmed > unconfirmedBytes) this.#speak();
  }

  #take(kind: number, payload: Uint8Array): void {
    if (this.readyState !== 1) return;
    const [high = 0, low = 0] = payload;
    if (kind === recordKind.frame) this.#tell(payload);
    else if (kind === recordKind.ping) this.#speak();
    else if (kind === recordKind.close) {
      this.#end(high * 256 + low, new TextDecoder().decode(payload.subarray(2)));
    } else throw new Error(`unknown record: ${kind}`);
  }

  #tell(payload: Uint8Array): void {
    try {
      this.onmessage?.({ data: payload.slice().buffer });
    } catch (error) {
      // As with a WebSocket, what a listener throws is reported and harms nothing else.
      queueMicrotask(() => {
        throw error;
      });
    }
  }

  #speak(): void {
    this.#owesWord = true;
    void this.#post();
  }

  #speakUp(): void {
    const now = performance.now();
    if (this.readyState !== 1) return;
    if (now - this.#heardAt > lostMs) this.#fail(new Error('lost'));
    else if (now - this.#postedAt > beatMs) this.#speak();
  }

  /** One request after the other carries all that there is to send, so that it arrives in order. */
  async #post(): Promise<void> {
    if (this.#isPosting) return;
    this.#isPosting = true;
    // What is sent in one turn goes together.
    await Promise.resolve();
    while (this.readyState === 1 && (this.#owesWord || this.#up.end > this.#up.start)) {
      this.#owesWord = false;
      if (await this.#postSome()) continue;
      this.#owesWord = true;
      await this.#pause(500);
    }
    this.#isPosting = false;
  }

  async #postSome(): Promise<boolean> {
    const at = this.#up.start;
    const got = this.#got;
    this.#postedAt = performance.now();
    try {
      const body = join(this.#up.from(at, uploadBytes));
      const response = await this.#ask({ at, got }, { body, signal: AbortSignal.timeout(answerMs) });
      if (!this.#isFromServer(response, 'text/plain')) return false;
      const [taken, sent] = (await response.text()).split(' ').map(Number);
      // Something on the way may answer in the server's place; it does not know these.
      if (taken === undefined || sent === undefined || !this.#up.holds(taken)) return false;
      this.#heardAt = performance.now();
      this.#up.release(taken);
      this.#confirmed = got;
      this.#watchFor(sent);
      return true;
    } catch {
      return false;
    }
  }

  /** Whether the server answered with what was asked for; when the channel is no more, ends. */
  #isFromServer(response: Response, type: string): boolean {
    if ([403, 404, 409, 410].includes(response.status)) this.#fail(new Error(`refused: ${response.status}`));
    return response.status === 200 && response.headers.get('Content-Type') === type;
  }

  /** The server says how much it has sent. If it does not come and nothing moves, streams do not get through here. */
  #watchFor(sent: number): void {
    if (this.#heldBackTimer) clearTimeout(this.#heldBackTimer);
    this.#heldBackTimer = null;
    if (this.#isPolling || sent <= this.#got || this.readyState !== 1) return;
    this.#heldBackTimer = setTimeout(() => {
      this.#isPolling = true;
      this.#options.onHeldBack();
      this.#stream?.abort();
    }, heldBackMs);
  }

  #ask(parameters: Record<string, string | number>, init: RequestInit): Promise<Response> {
    const url = new URL(this.#url);
    const named = this.#channel ? { [httpParameter.channel]: this.#channel, ...parameters } : parameters;
    for (const [name, value] of Object.entries(named)) url.searchParams.set(name, String(value));
    return this.#fetch(url, { method: 'POST', cache: 'no-store', redirect: 'error', ...init });
  }

  #pause(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      const stop = () => {
        clearTimeout(timer);
        resolve();
      };
      this.#ended.signal.addEventListener('abort', stop, { once: true });
    });
  }

  #fail(error: unknown): void {
    if (this.readyState === 3) return;
    if (this.readyState === 0) this.#options.onNotOpened?.();
    this.onerror?.({ error });
    this.#end(1006, '');
  }

  #end(code: number, reason: string): void {
    if (this.readyState === 3) return;
    this.readyState = 3;
    clearInterval(this.#beat);
    this.#watchFor(0);
    this.#ended.abort();
    this.#stream?.abort();
    globalThis.removeEventListener?.('pagehide', this.close);
    this.onclose?.({ code, reason });
  }
}

function join(pieces: Uint8Array[]): Uint8Array<ArrayBuffer> {
  const joined = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    joined.set(piece, at);
    at += piece.length;
  }
  return joined;
}
