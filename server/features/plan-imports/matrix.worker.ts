import { parentPort, workerData } from 'node:worker_threads';
import { answerTask } from '#server/worker-thread';
import type { MatrixTaskInput } from './matrix-tasks';
import { matrixWork } from './matrix-work';

await answerTask(
  (answer) => parentPort?.postMessage(answer),
  () => matrixWork(workerData as MatrixTaskInput),
);
