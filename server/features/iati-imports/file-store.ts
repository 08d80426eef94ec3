import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { DomainError } from '#domain/errors';
import type { IatiImportId } from '#domain/ids';

export interface StoredFile {
  bytes: number;
  /** SHA-256, in hexadecimal. */
  hash: string;
}

export interface FileStore {
  /** Writes a file as it comes in, never whole in memory. Throws `too_large`, and then nothing of it is left. */
  put(id: IatiImportId, data: AsyncIterable<Uint8Array>): Promise<StoredFile>;
  path(id: IatiImportId): string;
  read(id: IatiImportId): AsyncIterable<Uint8Array>;
  remove(id: IatiImportId): Promise<void>;
}

/** Files on their way in, below the data folder, until their import is over. */
export function makeFileStore({ dataDir, limitBytes }: { dataDir: string; limitBytes: number }): FileStore {
  const folder = join(dataDir, 'imports');
  const path = (id: IatiImportId) => join(folder, `${id}.xml`);
  const remove = (id: IatiImportId) => rm(path(id), { force: true });

  async function put(id: IatiImportId, data: AsyncIterable<Uint8Array>): Promise<StoredFile> {
    await mkdir(folder, { recursive: true });
    const hash = createHash('sha256');
    const out = createWriteStream(path(id));
    const failed = once(out, 'error').then(([error]) => Promise.reject(error as Error));
    failed.catch(() => undefined);
    let bytes = 0;
    try {
      for await (const chunk of data) {
        bytes += chunk.length;
        if (bytes > limitBytes)
          throw new DomainError({ code: 'too_large', details: { reason: 'upload', limit: limitBytes } });
        hash.update(chunk);
        if (!out.write(chunk)) await Promise.race([once(out, 'drain'), failed]);
      }
      out.end();
      await Promise.race([once(out, 'finish'), failed]);
      return { bytes, hash: hash.digest('hex') };
    } catch (error) {
      out.destroy();
      await remove(id);
      throw error;
    }
  }

  return { put, path, remove, read: (id) => createReadStream(path(id), { highWaterMark: 256 * 1024 }) };
}
