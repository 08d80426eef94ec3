import { parentPort, workerData } from 'node:worker_threads';
import { answerTask } from '#server/worker-thread';
import type { ReportTask } from './write-report';

const { document, as } = workerData as ReportTask;

await answerTask(
  (answer) => parentPort?.postMessage(answer),
  async () => {
    // Each is heavy to load, and one is wanted.
    if (as === 'docx') return (await import('./docx')).writeDocx(document);
    return (await import('./pdf')).writePdf(document);
  },
);
