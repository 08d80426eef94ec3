import { exhaustive } from '#domain/exhaustive';
import { type ReadMapping, readSheet, writeSheet } from '#domain/resource-mapping';
import { fileKindOf, limitTable, readWorkbook, refuseFile } from '../plan-imports';
import type { MappingTaskInput, MappingTasks } from './mapping-tasks';
import { writeMappingWorkbook } from './write-workbook';

/** What the thread does; a test of the commands does it in place. */
export async function mappingWork(input: MappingTaskInput): Promise<unknown> {
  switch (input.task) {
    case 'write':
      return writeMappingWorkbook(writeSheet(input.rows, input.words, input.madeAt), input.words);
    case 'read':
      return read(input);
    default:
      return exhaustive(input);
  }
}

/** Throws `unsupported_file` with a reason for what is no workbook, and for one that was not made here. */
async function read({ bytes, ...reading }: MappingTasks['read']['input']): Promise<ReadMapping> {
  if (fileKindOf(bytes) !== 'zip') throw refuseFile('unknown');
  const found = readSheet(limitTable(await readWorkbook(bytes)), reading);
  if (!found) throw refuseFile('not_template');
  return found;
}
