// Plain JavaScript, since it is started from source in every set-up: tests, development, the built server.
import { parentPort } from 'node:worker_threads';
import * as Y from 'yjs';

/** Merges a snapshot and the log after it into one state. Through a Y.Doc: `Y.mergeUpdates` is superlinear. */
parentPort?.on('message', ({ id, parts }) => {
  try {
    const doc = new Y.Doc();
    doc.transact(() => {
      for (const part of parts) Y.applyUpdate(doc, part);
    });
    const state = Y.encodeStateAsUpdate(doc);
    doc.destroy();
    parentPort?.postMessage({ id, state });
  } catch (error) {
    parentPort?.postMessage({ id, error: String(error) });
  }
});
