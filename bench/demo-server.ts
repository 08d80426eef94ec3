import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const port = Number(process.env.PORT ?? 3990);
export const demoUrl = `http://localhost:${port}`;

/** Where the demo's data is; without it, in a folder that is thrown away. */
export interface Place {
  dataDir: string;
  databaseUrl: string | null;
}

/** Starts the built demo, on one core where the system can pin it; ends it after `use`. */
export async function withDemoServer<T>(
  use: (server: { dataDir: string; pid: number }) => Promise<T>,
  place?: Place,
): Promise<T> {
  const dataDir = place?.dataDir ?? mkdtempSync(join(tmpdir(), 'concord-bench-'));
  const server = start({ dataDir, databaseUrl: place?.databaseUrl ?? null });
  try {
    await untilReady(server);
    return await use({ dataDir, pid: server.pid ?? 0 });
  } finally {
    server.kill('SIGTERM');
    await new Promise((resolve) => server.once('exit', resolve));
    if (!place) rmSync(dataDir, { recursive: true, force: true });
  }
}

function start({ dataDir, databaseUrl }: Place): ChildProcess {
  const env = {
    ...process.env,
    NODE_ENV: 'production' as const,
    DEMO: '1',
    PORT: String(port),
    DATA_DIR: dataDir,
    PUBLIC_URL: demoUrl,
    LOG_LEVEL: 'error',
    ...(databaseUrl ? { DATABASE_URL: databaseUrl } : {}),
  };
  const command = [process.execPath, 'build/node/index.mjs'];
  const canPin = spawnSync('taskset', ['--version'], { stdio: 'ignore' }).status === 0;
  const [file = '', ...args] = canPin ? ['taskset', '-c', '0', ...command] : command;
  return spawn(file, args, { env, stdio: ['ignore', 'ignore', 'inherit'] });
}

async function untilReady(server: ChildProcess): Promise<void> {
  while (server.exitCode === null) {
    const isUp = await fetch(`http://127.0.0.1:${port}/readyz`).then(
      (response) => response.ok,
      () => false,
    );
    if (isUp) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('The demo server ended at once.');
}

/** Signs in through the form and gives the cookie header of the session. */
export async function signInCookie(email: string, password = 'concord-demo'): Promise<string> {
  const answer = await fetch(`${demoUrl}/sign-in`, {
    method: 'POST',
    redirect: 'manual',
    headers: { Origin: demoUrl, 'Content-Type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ email, password }),
  });
  const cookies = answer.headers.getSetCookie().map((cookie) => cookie.split(';')[0]);
  if (cookies.length === 0) throw new Error(`Signing in answered ${answer.status} without a cookie.`);
  return cookies.join('; ');
}
