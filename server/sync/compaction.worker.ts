import { parentPort } from 'node:worker_threads';
import * as Y from 'yjs';
import { buildDoc } from './build-doc';
import type { CompactorAnswer, CompactorQuestion } from './compactor';
import { hashOf, packSegment, unpackSegment } from './segments';

parentPort?.on('message', (question: CompactorQuestion & { id: number }) => {
  parentPort?.postMessage({ id: question.id, ...answer(question) });
});

function answer(question: CompactorQuestion): CompactorAnswer {
  try {
    if (question.task === 'compact') return { compacted: compact(question) };
    const segment = packSegment(question.rows);
    unpackSegment(segment); // Its rows are deleted on the strength of it.
    return { segment };
  } catch (error) {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }
}

/** Merges a snapshot and the log after it into one state. Through a Y.Doc: `Y.mergeUpdates` is superlinear. */
function compact(stored: Extract<CompactorQuestion, { task: 'compact' }>) {
  const { doc, leftOut } = buildDoc(stored);
  const state = Y.encodeStateAsUpdate(doc);
  const stateVector = Y.encodeStateVector(doc);
  doc.destroy();
  return { state, stateVector, hash: hashOf(state), leftOut };
}
