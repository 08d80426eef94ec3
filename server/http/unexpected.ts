import type { ErrorRequestHandler } from 'express';
import type { Logger } from 'pino';

/**
 * The last to answer, when nothing above could: says which request it was and nothing of what is inside. Refusals of
 * Express itself keep their status; anything else is logged.
 */
export function answerUnexpected(log: Logger): ErrorRequestHandler {
  // Express knows an error handler by its four parameters.
  return (error: unknown, _req, res, _next) => {
    const requestId = res.locals.requestId as string | undefined;
    const status = statusOf(error);
    if (status >= 500) log.error({ err: error, requestId }, 'a request failed');
    if (res.headersSent) {
      res.destroy();
      return;
    }
    res
      .status(status)
      .type('text/plain')
      .send(status >= 500 ? `Something went wrong. Request ${requestId}` : 'This request cannot be answered');
  };
}

function statusOf(error: unknown): number {
  const status = (error as { status?: unknown } | null)?.status;
  return typeof status === 'number' && status >= 400 && status < 500 ? status : 500;
}
