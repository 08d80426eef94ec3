import { createHash } from 'node:crypto';
import type { Request, Response } from 'express';

/** Answers JSON with a mark of its content; a program that has it already gets 304 and no body. */
export function sendJson(req: Request, res: Response, body: unknown): void {
  const text = JSON.stringify(body);
  // Weak, since the same content may go out compressed or not.
  const mark = `W/"${createHash('sha256').update(text).digest('base64url').slice(0, 27)}"`;
  res.setHeader('ETag', mark);
  if (hasAlready(req.headers['if-none-match'], mark)) {
    res.status(304).end();
    return;
  }
  res.type('application/json').send(text);
}

function hasAlready(header: string | undefined, mark: string): boolean {
  if (header === undefined) return false;
  const plain = (tag: string) => tag.trim().replace(/^W\//, '');
  return header.split(',').some((tag) => tag.trim() === '*' || plain(tag) === plain(mark));
}
