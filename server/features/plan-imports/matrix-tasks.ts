import type {
  Cell,
  HeaderPlace,
  MatrixContext,
  MatrixDefaults,
  MatrixMapping,
  MatrixReading,
  SourceTable,
} from '#domain/plans/matrix';
import { runInThread } from '#server/worker-thread';

/** What a person brings: a file or rows from the clipboard. */
export type MatrixUpload =
  | { kind: 'file'; name: string; bytes: Uint8Array }
  | { kind: 'paste'; text: string };

/** What the thread beside the server does: reading files, guessing mappings and reading rows take their time. */
export interface MatrixTasks {
  write: { input: { as: 'xlsx' | 'csv'; name: string; rows: Cell[][] }; output: Uint8Array };
  open: { input: { upload: MatrixUpload; defaults: MatrixDefaults }; output: OpenedMatrix };
  remap: { input: RemapInput; output: MatrixMapping };
  read: {
    input: { source: SourceTable; mapping: MatrixMapping; context: MatrixContext };
    output: MatrixReading;
  };
}

export interface OpenedMatrix {
  source: SourceTable;
  mapping: MatrixMapping;
}

interface RemapInput {
  source: SourceTable;
  sheet: number;
  header?: HeaderPlace;
  defaults: MatrixDefaults;
}

export type MatrixTaskInput = {
  [K in keyof MatrixTasks]: { task: K } & MatrixTasks[K]['input'];
}[keyof MatrixTasks];

export type RunMatrixTask = <K extends keyof MatrixTasks>(
  task: K,
  input: MatrixTasks[K]['input'],
) => Promise<MatrixTasks[K]['output']>;

/** Runs one of them. Throws `too_large` where it takes too long or too much memory. */
export const runMatrixTask: RunMatrixTask = (task, input) =>
  runInThread({
    name: 'features/plan-imports/matrix',
    input: { task, ...input },
    timeoutMs: 20_000,
    memoryMb: 512,
  });
