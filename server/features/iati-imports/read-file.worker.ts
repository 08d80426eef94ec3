import { once } from 'node:events';
import { parentPort, workerData } from 'node:worker_threads';
import { readInBatches } from './read-file';
import { makeRecordValidator } from './validator';

// Each batch waits until the server has stored the last: neither memory nor the database is ever behind by more.
const reading = readInBatches(workerData as string, { validate: makeRecordValidator() });
for (;;) {
  const step = await reading.next();
  parentPort?.postMessage(step);
  if (step.done) break;
  if (parentPort) await once(parentPort, 'message');
}
parentPort?.close();
