import type { IncomingMessage } from 'node:http';
import type { RequestHandler } from 'express';
import { tableLimits } from '#domain/plans/matrix';

const methods = new Set(['GET', 'HEAD', 'POST']);
const formTypes = /^(application\/x-www-form-urlencoded|multipart\/form-data)\s*(;|$)/i;

/** A form of text fields; the largest is the mapping of an import with its hundreds of names. */
const formBytes = 1024 * 1024;
/** Room above the limit of a file: one that is a little too large gets its answer in the page. */
const uploadBytes = 2 * tableLimits.uploadBytes;
const uploadPath = /^\/w\/[^/]+\/(plans\/[^/]+\/import|resource-mapping)\/?(\.data)?$/;
/** Streamed to disk: how large it may be is the operator's choice. */
const iatiPath = /^\/w\/[^/]+\/imports\/?(\.data)?$/;

/** Refuses what no browser of ours sends, before anything reads it. What is refused is never kept in memory. */
export function refuseMalformed({ importBytes }: { importBytes: number }): RequestHandler {
  return (req, res, next) => {
    const refusal = refusalOf(req, importBytes);
    if (refusal === null) return next();
    if (refusal.status === 405) res.setHeader('Allow', [...methods].join(', '));
    res.status(refusal.status).type('text/plain').send(refusal.words);
  };
}

interface Refusal {
  status: number;
  words: string;
}

function refusalOf(req: IncomingMessage, importBytes: number): Refusal | null {
  if (!methods.has(req.method ?? '')) return { status: 405, words: 'Method not allowed' };
  if (!isWellFormedHost(req.headers.host)) return { status: 400, words: 'Malformed host' };
  const path = readPath(req.url);
  if (path === null) return { status: 400, words: 'Malformed address' };
  return req.method === 'POST' ? refusalOfBody(req, path, importBytes) : null;
}

function refusalOfBody({ headers }: IncomingMessage, path: string, importBytes: number): Refusal | null {
  if (headers['transfer-encoding'] !== undefined) return { status: 411, words: 'Length required' };
  const length = Number(headers['content-length'] ?? 0);
  if (length > limitOf(path, importBytes)) return { status: 413, words: 'Too large' };
  if (length > 0 && !formTypes.test(headers['content-type'] ?? '')) {
    return { status: 415, words: 'Not a form' };
  }
  return null;
}

function limitOf(path: string, importBytes: number): number {
  if (iatiPath.test(path)) return importBytes + formBytes;
  return uploadPath.test(path) ? uploadBytes : formBytes;
}

/** The path of a request; null for what is no address here: another site's, cut-off escapes, control characters. */
export function readPath(url: string | undefined): string | null {
  if (!url?.startsWith('/') || url.startsWith('//')) return null;
  const [path = '', query = ''] = url.split('?', 2);
  try {
    if (/\p{Cc}/u.test(decodeURIComponent(path)) || /%00/.test(query)) return null;
    return new URL(url, 'http://localhost').pathname;
  } catch {
    return null;
  }
}

function isWellFormedHost(host: string | undefined): boolean {
  // HTTP/1.0 has none; Node itself refuses a request of 1.1 without.
  return host === undefined || /^([\w.-]+|\[[\da-f:.]+\])(:\d{1,5})?$/i.test(host);
}
