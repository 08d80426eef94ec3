import { DomainError, isDomainError } from '#domain/errors';
import { startWorker } from './sync/start-worker';
import { Turnstile } from './sync/turnstile';

export interface WorkerTask {
  /** The worker's path below server/, without ".worker.ts". */
  name: string;
  input: unknown;
  timeoutMs: number;
  memoryMb: number;
}

type Answer = { ok: true; value: unknown } | { ok: false; code: string; details: Record<string, unknown> };

/** More at once would only take each other's cores and memory, whoever asks for a hundred files. */
const threads = new Turnstile({ sliceMs: 0, atOnce: 2, onError: () => undefined });

/**
 * Runs one task in a thread of its own, so that no file, however large or hostile, holds up the others' work. A task
 * that takes too long or too much memory is ended and refused as `too_large`. Two at a time; the others wait.
 */
export function runInThread<T>(task: WorkerTask): Promise<T> {
  return threads.pass(() => run<T>(task));
}

function run<T>({ name, input, timeoutMs, memoryMb }: WorkerTask): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const worker = startWorker(
      new URL(`./${name}.worker.ts`, import.meta.url),
      `build/node/${name}.worker.mjs`,
      { workerData: input, resourceLimits: { maxOldGenerationSizeMb: memoryMb } },
    );
    const refusal = new DomainError({ code: 'too_large', details: { reason: 'work' } });
    const timer = setTimeout(() => finish(() => reject(refusal)), timeoutMs);
    worker.once('message', (answer: Answer) =>
      finish(() => (answer.ok ? resolve(answer.value as T) : reject(errorOf(answer)))),
    );
    worker.once('error', (error: NodeJS.ErrnoException) =>
      finish(() => reject(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? refusal : error)),
    );
    worker.once('exit', (code) =>
      finish(() => reject(new Error(`The worker ${name} ended with code ${code}.`))),
    );

    function finish(settle: () => void): void {
      clearTimeout(timer);
      worker.removeAllListeners();
      worker.on('error', () => undefined); // What it still does while it is being ended concerns nobody.
      void worker.terminate();
      settle();
    }
  });
}

/** Answers a task from inside the thread; an expected refusal travels as its code. */
export async function answerTask(
  post: (answer: Answer) => void,
  work: () => Promise<unknown> | unknown,
): Promise<void> {
  try {
    post({ ok: true, value: await work() });
  } catch (error) {
    if (!isDomainError(error)) throw error;
    post({ ok: false, code: error.code, details: error.details });
  }
}

function errorOf({ code, details }: Extract<Answer, { ok: false }>): DomainError {
  return new DomainError({ code: code as DomainError['code'], details });
}
