import { createHash } from 'node:crypto';
import { z } from 'zod/v4';
import { type ParameterError, Problem } from './problem';
import type { KeyValue } from './slice';

const shape = z.tuple([z.string(), z.array(z.union([z.string().max(200), z.number()])).min(1)]);

/** What a cursor belongs to: with other filters it would skip rows without a word. */
export function listMark(path: string, parameters: unknown): string {
  return createHash('sha256')
    .update(JSON.stringify([path, parameters]))
    .digest('base64url')
    .slice(0, 8);
}

/** Where a list goes on, as a text that programs only hand back. */
export function writeCursor(mark: string, key: readonly KeyValue[]): string {
  return Buffer.from(JSON.stringify([mark, key])).toString('base64url');
}

/** Throws `invalid_parameters` for what is no cursor, and for one of another list. */
export function readCursor(cursor: string, mark: string, keyLength: number): KeyValue[] {
  const parsed = shape.safeParse(decode(cursor));
  if (!parsed.success || parsed.data[1].length !== keyLength) {
    throw refuse('invalid', 'Hand back a cursor as it was given');
  }
  const [ownMark, key] = parsed.data;
  if (ownMark !== mark) throw refuse('mismatch', 'The cursor belongs to other filters or another list');
  return key;
}

function refuse(code: ParameterError['code'], detail: string): Problem {
  return new Problem('invalid_parameters', [{ parameter: 'cursor', code, detail }]);
}

function decode(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    return null;
  }
}
