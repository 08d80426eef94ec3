import type { RequestHandler } from 'express';
import type { Logger } from 'pino';
import { newId } from '../new-id';

/** Gives each request an id, tells it in X-Request-Id, and logs one line when the answer has gone. */
export function requestLog(log: Logger): RequestHandler {
  return (req, res, next) => {
    const requestId = newId<string>();
    const startedAt = performance.now();
    res.locals.requestId = requestId;
    res.setHeader('X-Request-Id', requestId);
    res.on('finish', () => {
      const ms = Math.round((performance.now() - startedAt) * 10) / 10;
      const level = res.statusCode >= 500 ? 'error' : 'debug';
      // The path without its query: a query may hold what a person searched for.
      log[level](
        { requestId, method: req.method, path: tellable(req.path), status: res.statusCode, ms },
        'request',
      );
    });
    next();
  };
}

/** Whoever has one of these addresses is let in by it, so that they do not belong in a log. */
function tellable(path: string): string {
  return path.replace(/^\/(calendar|invitations|letters|registrations|reset-password)\/.+/, '/$1/…');
}
