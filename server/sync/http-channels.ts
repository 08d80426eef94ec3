import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { encodeRecord, httpParameter, recordKind, waitFor } from '#domain/documents/http-protocol';
import type { Channel } from './channel';
import { HttpChannel } from './http-channel';
import type { SyncLimits } from './limits';
import type { Admission, Asker } from './sockets';
import { Throttle } from './throttle';
import type { Authorise, Grant } from './types';

export interface HttpTarget {
  documentId: string;
  network: string;
  parameters: URLSearchParams;
}

export interface HttpChannelsOptions {
  limits: SyncLimits;
  authorise: Authorise;
  admit(asker: Asker, accept: (grant: Grant | null) => Channel | null): Promise<Admission>;
}

/** A channel with whose it is, and what holds back those who ask too often. */
interface Held {
  channel: HttpChannel;
  documentId: string;
  sessionId: string;
  cookie: string;
  throttle: Throttle;
  /** Requests under way that bring bytes. */
  uploads: number;
}

/** The protocol has one such request under way, and the one that it repeats. */
const maxUploads = 4;

/** A client asks again as soon as it is answered, so a fast line makes many requests; more than these are held back. */
const requestRate = { perSecond: 100, burst: 500 } as const;
const longestWaitMs = 5_000;

/** Answers the requests of clients whose network blocks WebSockets. See `http-protocol.ts` for what they ask. */
export class HttpChannels {
  readonly #options: HttpChannelsOptions;
  readonly #held = new Map<string, Held>();
  /** Frames as records, made once for everyone in the room. */
  readonly #records = new WeakMap<Uint8Array, Uint8Array>();

  constructor(options: HttpChannelsOptions) {
    this.#options = options;
  }

  get size(): number {
    return this.#held.size;
  }

  async handle(request: IncomingMessage, response: ServerResponse, target: HttpTarget): Promise<void> {
    request.on('error', () => undefined); // The client has gone; it comes back with the same bytes.
    try {
      const id = target.parameters.get(httpParameter.channel);
      if (id === null) await this.#open(request, response, target);
      else await this.#continue(id, request, response, target);
    } catch {
      if (!response.headersSent) say(response, 400);
    }
  }

  /** Stops waiting for clients that have not fetched the last word. */
  stop(): void {
    for (const { channel } of [...this.#held.values()]) channel.terminate();
  }

  async #open(request: IncomingMessage, response: ServerResponse, target: HttpTarget): Promise<void> {
    const { limits, admit } = this.#options;
    const cookie = request.headers.cookie ?? '';
    const id = randomBytes(24).toString('base64url');
    let channel: HttpChannel | undefined;
    let sessionId = '';
    const outcome = await admit({ ...target, cookie, hasGone: () => response.destroyed }, (grant) => {
      if (response.destroyed) return null;
      sessionId = grant?.sessionId ?? '';
      channel = new HttpChannel({
        limits,
        recordOf: (frame) => this.#recordOf(frame),
        onEnd: () => this.#held.delete(id),
      });
      return channel;
    });
    if (outcome === 'not_found') return say(response, 404);
    if (outcome === 'unavailable') return say(response, 503);
    if (!channel) return;
    if (channel.closing) {
      const { code, reason } = channel.closing;
      channel.terminate();
      return say(response, 200, `close ${code} ${reason}`);
    }
    const throttle = new Throttle(requestRate);
    const { documentId } = target;
    this.#held.set(id, { channel, documentId, sessionId, cookie, throttle, uploads: 0 });
    say(response, 200, `open ${id}`);
  }

  async #continue(
    id: string,
    request: IncomingMessage,
    response: ServerResponse,
    { documentId, parameters }: HttpTarget,
  ): Promise<void> {
    const held = this.#held.get(id);
    const isTheirs = held?.documentId === documentId && (await this.#isOfSession(held, request));
    if (!held || !isTheirs || held.channel.isGone) return say(response, 410);
    const waitMs = held.throttle.take(1);
    if (waitMs > longestWaitMs) return say(response, 429);
    if (waitMs > 0) await new Promise((resolve) => setTimeout(resolve, waitMs).unref());
    const at = parameters.get(httpParameter.at);
    const got = readOffset(parameters.get(httpParameter.got));
    if (got === null) return say(response, 400);
    held.channel.heard(got);
    if (at !== null) {
      await this.#takeUp(held, request, response, {
        at: readOffset(at),
        isLast: parameters.has(httpParameter.bye),
      });
    } else {
      const wait = parameters.get(httpParameter.wait) ?? waitFor.stream;
      if (held.channel.isGone) say(response, 410);
      else if (!held.channel.answer(response, { got, wait })) say(response, 409);
    }
  }

  /** Cookies of other kinds may change while a channel is open; the session may not. */
  async #isOfSession(held: Held, request: IncomingMessage): Promise<boolean> {
    const cookie = request.headers.cookie ?? '';
    if (cookie === held.cookie) return true;
    const { documentId, sessionId } = held;
    const authorisation = await this.#options.authorise({ cookie, documentId });
    if (authorisation.status !== 'granted' || authorisation.grant.sessionId !== sessionId) return false;
    held.cookie = cookie;
    return true;
  }

  async #takeUp(
    held: Held,
    request: IncomingMessage,
    response: ServerResponse,
    { at, isLast }: { at: number | null; isLast: boolean },
  ): Promise<void> {
    if (at === null) return say(response, 400);
    if (held.uploads >= maxUploads) return say(response, 429);
    held.uploads++;
    try {
      const isWhole = await takeAll(held.channel, request, at);
      if (held.channel.isGone) return say(response, 410);
      if (!isWhole) return say(response, 409);
      say(response, 200, `${held.channel.taken} ${held.channel.sent}`);
      if (isLast) held.channel.terminate();
    } finally {
      held.uploads--;
    }
  }

  #recordOf(frame: Uint8Array): Uint8Array {
    const known = this.#records.get(frame);
    if (known) return known;
    const record = encodeRecord(recordKind.frame, frame);
    this.#records.set(frame, record);
    return record;
  }
}

/** Takes a request's bytes as they come, no faster than the channel may. False: bytes before them are missing. */
async function takeAll(channel: HttpChannel, request: IncomingMessage, at: number): Promise<boolean> {
  let offset = at;
  if (offset > channel.taken) return false;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    await channel.untilResumed();
    if (channel.isGone || !channel.take(offset, chunk)) return false;
    offset += chunk.length;
  }
  return true;
}

function readOffset(text: string | null): number | null {
  return text !== null && /^\d{1,15}$/.test(text) ? Number(text) : null;
}

function say(response: ServerResponse, status: number, words = ''): void {
  if (response.headersSent || response.destroyed) return;
  response.writeHead(status, {
    'Content-Type': 'text/plain',
    'Content-Length': Buffer.byteLength(words),
    'Cache-Control': 'no-store, no-transform',
  });
  response.end(words);
}
