import { parentPort, workerData } from 'node:worker_threads';
import { exhaustive } from '#domain/exhaustive';
import { guessForSheet, guessMapping, readMatrix, type SourceTable } from '#domain/plans/matrix';
import { answerTask } from '#server/worker-thread';
import { fileKindOf } from './file-kind';
import { limitTable } from './limit-table';
import type { MatrixTaskInput, MatrixUpload } from './matrix-tasks';
import { readCsv, readPaste } from './read-text';
import { readWorkbook } from './read-workbook';

await answerTask(
  (answer) => parentPort?.postMessage(answer),
  () => work(workerData as MatrixTaskInput),
);

async function work(input: MatrixTaskInput): Promise<unknown> {
  switch (input.task) {
    case 'open': {
      const source = limitTable(await readUpload(input.upload));
      return { source, mapping: guessMapping(source, input.defaults) };
    }
    case 'remap':
      return guessForSheet(input.source, input.sheet, input.defaults, input.header);
    case 'read':
      return readMatrix(input.source, input.mapping, input.context);
    default:
      return exhaustive(input);
  }
}

async function readUpload(upload: MatrixUpload): Promise<SourceTable> {
  if (upload.kind === 'paste') return readPaste(upload.text);
  return fileKindOf(upload.bytes) === 'zip' ? readWorkbook(upload.bytes) : readCsv(upload.bytes, upload.name);
}
