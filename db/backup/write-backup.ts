import { createWriteStream, existsSync, readdirSync, readFileSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { type BackupLine, type BackupSummary, backupFormat, LineCount, verifyBackup } from './format';
import { type BackupSource, openSource, type Place } from './source';
import type { BackupColumn } from './tables';

/** Files of the data directory beside the database: mail that waits for the operator. */
const folders = ['outbox'];

/**
 * Writes one point in time of the whole database into a file, while the server goes on, and reads it through again.
 * The file has its name only once it is whole; it is for its owner's eyes alone.
 */
export async function writeBackup({
  file,
  madeAt,
  ...place
}: Place & { file: string; madeAt: string }): Promise<BackupSummary> {
  if (existsSync(file)) throw new Error(`${file} is there already.`);
  const unfinished = `${file}.unfinished`;
  const source = await openSource(place);
  try {
    const lines = Readable.from(linesOf(source, { dataDir: place.dataDir, madeAt }), { highWaterMark: 16 });
    await pipeline(lines, createGzip(), createWriteStream(unfinished, { mode: 0o600, flags: 'w' }));
    await flush(unfinished);
    const summary = await verifyBackup(unfinished);
    await rename(unfinished, file);
    await flush(dirname(file));
    return summary;
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  } finally {
    await source.close();
  }
}

async function* linesOf(
  source: BackupSource,
  { dataDir, madeAt }: { dataDir: string; madeAt: string },
): AsyncGenerator<string> {
  const count = new LineCount();
  const write = (value: BackupLine | object) => `${count.take(JSON.stringify(value))}\n`;
  yield write({ concord: 'backup', format: backupFormat, migration: source.migration, madeAt });
  for (const table of source.tables) {
    yield write({ table: table.name, columns: table.columns.map(({ name, kind }) => [name, kind]) });
    let rows = 0;
    for await (const page of source.rowsOf(table)) {
      rows += page.length;
      for (const row of page) yield write(table.columns.map((column) => backupValueOf(row, column)));
    }
    yield write({ end: table.name, rows });
  }
  for (const file of filesIn(dataDir))
    yield write({ file, bytes: readFileSync(join(dataDir, file)).toString('base64') });
  yield `${JSON.stringify(count.end())}\n`;
}

function backupValueOf(row: Record<string, unknown>, { key, kind }: BackupColumn): unknown {
  const value = row[key] ?? null;
  if (kind !== 'bytes' || value === null) return value;
  const { buffer, byteOffset, byteLength } = value as Uint8Array;
  return Buffer.from(buffer, byteOffset, byteLength).toString('base64');
}

function filesIn(dataDir: string): string[] {
  return folders
    .filter((folder) => existsSync(join(dataDir, folder)))
    .flatMap((folder) => readdirSync(join(dataDir, folder)).map((name) => `${folder}/${name}`))
    .sort();
}

/** What was written is on the disk when this resolves. */
export async function flush(path: string): Promise<void> {
  const handle = await open(path, 'r');
  await handle.sync();
  await handle.close();
}
