import { parentPort, workerData } from 'node:worker_threads';
import { answerTask } from '#server/worker-thread';
import type { MappingTaskInput } from './mapping-tasks';
import { mappingWork } from './mapping-work';

await answerTask(
  (answer) => parentPort?.postMessage(answer),
  () => mappingWork(workerData as MappingTaskInput),
);
