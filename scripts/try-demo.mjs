// Starts `npm run demo` twice in a scratch data directory until it answers, and says how long each start took. The
// second start must keep the data and build nothing.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const port = process.env.PORT ?? '3999';
const dataDir = mkdtempSync(join(tmpdir(), 'concord-demo-'));

try {
  for (const round of ['first', 'second']) {
    const startedAt = Date.now();
    const demo = spawn('npm', ['run', 'demo'], {
      env: { ...process.env, PORT: port, DATA_DIR: dataDir },
      detached: true,
    });
    let printed = '';
    for (const stream of [demo.stdout, demo.stderr]) stream.on('data', (chunk) => (printed += chunk));
    const hasEnded = new Promise((resolve) => demo.once('exit', resolve));
    await untilItAnswers(demo, () => printed);
    const page = await fetch(`http://127.0.0.1:${port}/sign-in`);
    if (!page.ok) throw new Error(`/sign-in answered ${page.status}\n${printed}`);
    console.log(`npm run demo, ${round} start: ${Date.now() - startedAt} ms`);
    process.kill(-demo.pid, 'SIGTERM');
    await hasEnded;
    // npm may be gone before the server has written and closed everything.
    while (await answers()) await pause();
  }
} finally {
  rmSync(dataDir, { recursive: true, force: true });
}

async function untilItAnswers(child, printed) {
  const deadline = Date.now() + 300_000;
  while (Date.now() < deadline) {
    if (child.exitCode !== null) throw new Error(`npm run demo ended:\n${printed()}`);
    if (await answers()) return;
    await pause();
  }
  throw new Error(`npm run demo did not answer:\n${printed()}`);
}

function answers() {
  return fetch(`http://127.0.0.1:${port}/readyz`).then(
    (response) => response.ok,
    () => false,
  );
}

function pause() {
  return new Promise((resolve) => setTimeout(resolve, 100));
}
