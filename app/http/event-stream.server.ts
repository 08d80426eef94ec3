/** Proxies cut connections that are silent for a minute. */
const heartbeatMs = 25_000;
/** Events that a reader has not taken; beyond it they are let go of, and come back for the whole. */
const mostWaiting = 200;

interface EventStream {
  /** The data is one line. */
  send: (event: string, data?: string) => void;
  end: () => void;
}

/**
 * An answer of server-sent events. `open` is given how to send and gives how to stop, which is called once: when the
 * page goes, when it was ended, or when its reader takes nothing any more. Whatever `open` throws, the answer throws.
 */
export async function eventStream(
  signal: AbortSignal,
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
    if ((writer.desiredSize ?? 0) < -mostWaiting) end();
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
  return new Response(body, {
    headers: {
      'Content-Type': 'text/event-stream',
      // Compression would hold the events back.
      'Cache-Control': 'no-cache, no-transform',
      'X-Accel-Buffering': 'no',
    },
  });
}
