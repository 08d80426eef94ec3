import type { ReportDocument } from '#domain/dialogues/report-document';
import { runInThread } from '#server/worker-thread';

export interface ReportTask {
  document: ReportDocument;
  as: 'docx' | 'pdf';
}

/** The file of a report, made beside the server: setting a long one takes seconds. Throws `too_large`. */
export function writeReport(task: ReportTask): Promise<Uint8Array> {
  return runInThread({
    name: 'features/dialogues/report/report',
    input: task,
    timeoutMs: 60_000,
    memoryMb: 512,
  });
}
