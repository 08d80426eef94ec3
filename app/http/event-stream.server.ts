import type { LoaderFunctionArgs } from '@remix-run/node';

/** Proxies cut connections that are silent for a minute. */
const heartbeatMs = 25_000;
/** A reader who has not taken so much is let go of, and comes back for the whole. */
const mostUnsentBytes = 256 * 1024;

interface EventStream {
  /** The data is one line. */
  send: (event: string, data?: string) => void;
  end: () => void;
}

interface Asked {
  request: Pick<LoaderFunctionArgs['request'], 'signal'>;
  context: Pick<LoaderFunctionArgs['context'], 'unsentBytes'>;
}

/**
 * An answer of server-sent events. `open` is given how to send and gives how to stop, which is called once: when the
 * page goes, when it was ended, or when its reader takes nothing any more. Whatever `open` throws, the answer throws.
 */
export async function eventStream(
  { request: { signal }, context: { unsentBytes } }: Asked,
  open: (stream: EventStream) => (() => void) | Promise<() => void>,
): Promise<Response> {
  const encoder = new TextEncoder();
  let writer!: ReadableStreamDefaultController<Uint8Array>;
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => {
      writer = controller;
    },
    cancel: () => end(),
  });
  let hasEnded = false;
  let close: (() => void) | null = null;
  const heartbeat = setInterval(() => write(': still here\n\n'), heartbeatMs);

  function write(text: string): void {
    if (hasEnded) return;
    if (unsentBytes() > mostUnsentBytes) end();
    else writer.enqueue(encoder.encode(text));
  }

  function end(): void {
    if (hasEnded) return;
    hasEnded = true;
    clearInterval(heartbeat);
    close?.();
    try {
      writer.close();
    } catch {
      // The reader has gone first.
    }
  }

  write('retry: 3000\n\n');
  signal.addEventListener('abort', end, { once: true });
  try {
    close = await open({
      send: (event, data = '') => write(`event: ${event}\ndata:${data && ` ${data}`}\n\n`),
      end,
    });
  } catch (error) {
    end();
    throw error;
  }
  if (hasEnded) close();
  // Whoever left before it was open is not told of again.
  if (signal.aborted) end();
  return new Response(body, {
    headers: {
      'Content-Type': 'text/event-stream',
      // Compression would hold the events back.
      'Cache-Control': 'no-cache, no-transform',
      'X-Accel-Buffering': 'no',
    },
  });
}
