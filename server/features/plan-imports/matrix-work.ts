import { exhaustive } from '#domain/exhaustive';
import { guessForSheet, guessMapping, readMatrix, type SourceTable } from '#domain/plans/matrix';
import { fileKindOf } from './file-kind';
import { limitTable } from './limit-table';
import type { MatrixTaskInput, MatrixUpload } from './matrix-tasks';
import { readCsv, readPaste } from './read-text';
import { readWorkbook } from './read-workbook';
import { writeText, writeWorkbook } from './write-files';

/** What the thread does; a test of the commands does it in place. */
export async function matrixWork(input: MatrixTaskInput): Promise<unknown> {
  switch (input.task) {
    case 'open': {
      const source = limitTable(await readUpload(input.upload));
      return { source, mapping: guessMapping(source, input.defaults) };
    }
    case 'remap':
      return guessForSheet(input.source, input.sheet, input.defaults, input.header);
    case 'read':
      return readMatrix(input.source, input.mapping, input.context);
    case 'write':
      return input.as === 'xlsx' ? writeWorkbook(input.name, input.rows) : Buffer.from(writeText(input.rows));
    default:
      return exhaustive(input);
  }
}

async function readUpload(upload: MatrixUpload): Promise<SourceTable> {
  if (upload.kind === 'paste') return readPaste(upload.text);
  return fileKindOf(upload.bytes) === 'zip' ? readWorkbook(upload.bytes) : readCsv(upload.bytes, upload.name);
}
