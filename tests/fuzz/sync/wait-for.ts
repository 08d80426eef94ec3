const patienceMs = 30_000;

/** Waits until the check finds nothing to object to; throws its last objection when that takes too long. */
export async function waitFor(check: () => string | null): Promise<void> {
  const deadline = performance.now() + patienceMs;
  for (;;) {
    const objection = check();
    if (objection === null) return;
    if (performance.now() > deadline) throw new Error(objection);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
