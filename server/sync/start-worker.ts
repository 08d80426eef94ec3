import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker, type WorkerOptions } from 'node:worker_threads';

/** Starts a thread: in the built server from the build, from source behind the loader that reads TypeScript. */
export function startWorker(source: URL, built: string, options: WorkerOptions = {}): Worker {
  if (!import.meta.url.endsWith('.ts')) return new Worker(pathToFileURL(resolve(built)), options);
  const bootstrap = `import('tsx/esm/api').then(({ register }) => { register(); return import('${source.href}'); });`;
  return new Worker(bootstrap, { ...options, eval: true });
}
