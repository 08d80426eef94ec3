import type { RequestHandler } from 'express';
import type { Config } from '../config/config';

/** Whether a request that changes something, or a socket, comes from our own pages: Origin names the host asked. */
export function isOwnOrigin(
  { origin, host }: { origin: string | undefined; host: string | undefined },
  config: Config,
): boolean {
  if (origin === undefined) return false;
  if (origin === config.publicUrl) return true;
  try {
    return new URL(origin).host === host;
  } catch {
    return false;
  }
}

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

/** With SameSite=Lax cookies, the second wall against cross-site requests. */
export function refuseForeignOrigins(config: Config): RequestHandler {
  return (req, res, next) => {
    if (
      safeMethods.has(req.method) ||
      isOwnOrigin({ origin: req.headers.origin, host: req.headers.host }, config)
    ) {
      next();
      return;
    }
    res.status(403).type('text/plain').send('origin_refused');
  };
}
