import type { RequestHandler } from 'express';

/**
 * Lets one page begin in each turn of the event loop. Pages that come in a bunch would otherwise all be read and
 * rendered before the loop looks at its sockets again, and edits would wait for every one of them.
 */
export function onePageATurn(): RequestHandler {
  const waiting: (() => void)[] = [];

  function begin(): void {
    waiting.shift()?.();
    if (waiting.length > 0) setImmediate(begin);
  }

  return (_req, res, next) => {
    const isFirst = waiting.length === 0;
    waiting.push(() => {
      // Whoever left while waiting needs no page.
      if (!res.destroyed) next();
    });
    if (isFirst) setImmediate(begin);
  };
}
