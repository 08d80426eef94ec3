import type { Language } from '#domain/languages';
import type { MappingWords, MarkedRow, ReadMapping } from '#domain/resource-mapping';
import { runInThread } from '#server/worker-thread';

/** What the thread beside the server does: workbooks take their time. */
export interface MappingTasks {
  write: { input: { rows: MarkedRow[]; words: MappingWords; madeAt: string }; output: Uint8Array };
  read: {
    input: { name: string; bytes: Uint8Array; languages: MappingWords[]; language: Language };
    output: ReadMapping;
  };
}

export type MappingTaskInput = {
  [K in keyof MappingTasks]: { task: K } & MappingTasks[K]['input'];
}[keyof MappingTasks];

export type RunMappingTask = <K extends keyof MappingTasks>(
  task: K,
  input: MappingTasks[K]['input'],
) => Promise<MappingTasks[K]['output']>;

/** Runs one of them. Throws `too_large` where it takes too long or too much memory. */
export const runMappingTask: RunMappingTask = (task, input) =>
  runInThread({
    name: 'features/resource-mapping/mapping',
    input: { task, ...input },
    timeoutMs: 30_000,
    memoryMb: 512,
  });
