import { on } from 'node:events';
import { DomainError } from '#domain/errors';
import { startWorker } from '#server/sync/start-worker';
import type { ReadBatch, ReadResult } from './read-file';

const memoryMb = { maxOldGenerationSizeMb: 192, maxYoungGenerationSizeMb: 16 };

/** Reads a file in a thread of its own, so that no file, however large or hostile, holds up the others' work. */
export async function* readInThread(path: string): AsyncGenerator<ReadBatch, ReadResult> {
  const worker = startWorker(
    new URL('./read-file.worker.ts', import.meta.url),
    'build/node/features/iati-imports/read-file.worker.mjs',
    { workerData: path, resourceLimits: memoryMb },
  );
  const ended = new AbortController();
  worker.once('exit', () => ended.abort());
  try {
    for await (const [step] of on(worker, 'message', { signal: ended.signal })) {
      const { done, value } = step as IteratorResult<ReadBatch, ReadResult>;
      if (done) return value;
      yield value;
      worker.postMessage('next');
    }
    throw new Error('The reader ended without a word.');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_WORKER_OUT_OF_MEMORY') throw error;
    throw new DomainError({ code: 'too_large', details: { reason: 'work' } });
  } finally {
    await worker.terminate();
  }
}
