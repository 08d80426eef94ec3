import { createHash, type Hash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import type { ColumnKind } from './tables';

/**
 * A backup is gzipped JSON, one value a line: a header; for each table its name and columns, then its rows as arrays;
 * files of the data directory; and a last line with the number of lines and the SHA-256 of all before it. It does
 * not say which database it is from, and goes into either.
 */
export const backupFormat = 1;

export interface BackupHeader {
  concord: 'backup';
  format: number;
  /** The last migration that the database had. */
  migration: string;
  madeAt: string;
}

export type BackupLine =
  | { table: string; columns: [name: string, kind: ColumnKind][] }
  | BackupValue[]
  | { end: string; rows: number }
  | { file: string; bytes: string };

/** As it stands in the file. */
export type BackupValue = string | number | boolean | null | object;

export interface BackupSummary extends BackupHeader {
  rows: Record<string, number>;
  files: number;
}

/** Counts and hashes the lines as they are written or read. */
export class LineCount {
  readonly #hash: Hash = createHash('sha256');
  #lines = 0;

  take(line: string): string {
    this.#hash.update(line).update('\n');
    this.#lines++;
    return line;
  }

  end(): { complete: true; lines: number; sha256: string } {
    return { complete: true, lines: this.#lines, sha256: this.#hash.copy().digest('hex') };
  }
}

/** A backup that is cut short, altered, or not one at all. */
export class BackupError extends Error {}

/**
 * Reads a backup through, line by line, the header first. Throws `BackupError` when it is not whole: only once it has
 * ended is it known to be.
 */
export async function* readBackup(file: string): AsyncGenerator<BackupHeader | BackupLine> {
  const count = new LineCount();
  let end: unknown = null;
  try {
    for await (const line of linesOf(file)) {
      if (end) throw new BackupError('something follows its end');
      const value = JSON.parse(line);
      if (value?.complete) {
        end = value;
        const { lines, sha256 } = count.end();
        if (value.lines !== lines || value.sha256 !== sha256) throw new BackupError('it was altered');
        continue;
      }
      count.take(line);
      yield value;
    }
  } catch (error) {
    if (error instanceof BackupError || (error as NodeJS.ErrnoException).code === 'ENOENT') throw error;
    throw new BackupError('it cannot be read', { cause: error });
  }
  if (!end) throw new BackupError('it is cut short');
}

/** Reads the whole backup and says what is in it. Throws `BackupError`. */
export async function verifyBackup(file: string): Promise<BackupSummary> {
  let summary: BackupSummary | null = null;
  let rows = 0;
  for await (const line of readBackup(file)) {
    if (!summary) {
      summary = { ...assertHeader(line), rows: {}, files: 0 };
    } else if (Array.isArray(line)) rows++;
    else if ('table' in line) rows = 0;
    else if ('file' in line) summary.files++;
    else if ('end' in line) {
      if (line.rows !== rows) throw new BackupError(`rows of ${line.end} are missing`);
      summary.rows[line.end] = rows;
    }
  }
  if (!summary) throw new BackupError('it is empty');
  return summary;
}

export function assertHeader(line: BackupHeader | BackupLine): BackupHeader {
  const header = line as Partial<BackupHeader>;
  if (header.concord !== 'backup') throw new BackupError('it is not a backup of Concord');
  if (header.format !== backupFormat) throw new BackupError('it was made by a newer version of Concord');
  return header as BackupHeader;
}

async function* linesOf(file: string): AsyncGenerator<string> {
  let rest: Buffer[] = [];
  const source = createReadStream(file);
  const unzipped = source.pipe(createGunzip());
  source.on('error', (error) => unzipped.destroy(error));
  for await (const chunk of unzipped as AsyncIterable<Buffer>) {
    let from = 0;
    for (let to = chunk.indexOf(10); to >= 0; to = chunk.indexOf(10, from)) {
      yield Buffer.concat([...rest, chunk.subarray(from, to)]).toString('utf8');
      rest = [];
      from = to + 1;
    }
    if (from < chunk.length) rest.push(chunk.subarray(from));
  }
  if (rest.length > 0) throw new BackupError('it is cut short');
}
