// Loaded into every server that is measured: answers over IPC how much memory is in use after a collection.
process.on('message', (question) => {
  if (question !== 'memory') return;
  globalThis.gc();
  // What the first collection found dead, finalizers let go of before the second.
  setTimeout(() => {
    globalThis.gc();
    process.send({ memory: process.memoryUsage() });
  }, 200);
});
process.on('disconnect', () => process.exit());

/** Tells the benchmark that connections are taken now. */
export function announce() {
  process.send({ isUp: true });
}
