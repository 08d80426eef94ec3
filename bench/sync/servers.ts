import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { syncPath } from '#domain/documents/protocol';
import { freePort } from '#tests/factories/free-port';
import { type Dialect, hocuspocus, plain } from './dialects';
import { bundleOurServer, ourFolder } from './prepare';

export const serverNames = ['concord', 'hocuspocus', 'y-websocket', 'relay'] as const;
export type ServerName = (typeof serverNames)[number];

/** Those whose figures are the measure; the relay is the ceiling. */
export const peers: ServerName[] = ['hocuspocus', 'y-websocket'];

export const dialects: Record<ServerName, Dialect> = {
  // Acknowledgements are asked for, as our own client does.
  concord: plain((room) => `${syncPath}${room}?ack=1`),
  hocuspocus,
  'y-websocket': plain((room) => `/${room}`),
  relay: plain((room) => `/${room}`),
};

async function scriptOf(name: ServerName): Promise<string> {
  return name === 'concord' ? bundleOurServer() : resolve(`bench/peers/${name}.mjs`);
}

export interface Options {
  /** Kept over restarts; a scratch directory when none is given. */
  directory?: string;
  rooms: number;
  databaseUrl?: string;
}

/** A running server, on the first core. */
export class Server {
  readonly name: ServerName;
  readonly port: number;
  readonly directory: string;
  readonly #child: ChildProcess;

  constructor(given: { name: ServerName; port: number; directory: string; child: ChildProcess }) {
    this.name = given.name;
    this.port = given.port;
    this.directory = given.directory;
    this.#child = given.child;
  }

  get dialect(): Dialect {
    return dialects[this.name];
  }

  get pid(): number {
    return this.#child.pid as number;
  }

  /** What it holds after garbage collection. */
  async memory(): Promise<{ heap: number; external: number; rss: number }> {
    const others = new AbortController();
    const { signal } = others;
    const heard = [once(this.#child, 'message', { signal }), once(this.#child, 'exit', { signal })];
    const answer = Promise.race(heard);
    this.#child.send('memory');
    const [given] = (await answer) as [{ memory: NodeJS.MemoryUsage } | number | null];
    for (const other of heard) other.catch(() => undefined);
    others.abort();
    if (typeof given !== 'object' || given === null) throw new Error(`${this.name} has ended by itself`);
    const { memory } = given;
    return { heap: memory.heapUsed, external: memory.external, rss: memory.rss };
  }

  async end(signal: 'SIGTERM' | 'SIGKILL' = 'SIGTERM'): Promise<void> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return;
    const gone = once(this.#child, 'exit');
    this.#child.kill(signal);
    // y-websocket's server, for one, does not leave while its database is open.
    const late = setTimeout(() => this.#child.kill('SIGKILL'), 15_000);
    await gone;
    clearTimeout(late);
  }
}

export async function startServer(
  name: ServerName,
  { directory, rooms, databaseUrl }: Options,
): Promise<Server> {
  const dataDir = directory ?? mkdtempSync(join(tmpdir(), 'concord-bench-sync-'));
  mkdirSync(dataDir, { recursive: true });
  const port = await freePort();
  const args = [await scriptOf(name), dataDir, String(port), String(rooms), databaseUrl ?? ''];
  const output = process.env.BENCH_LOG ? 'inherit' : 'ignore';
  const child = spawn('taskset', ['-c', '0', process.execPath, '--expose-gc', ...profiling(), ...args], {
    cwd: ourFolder,
    stdio: ['ignore', output, output, 'ipc'],
    env: { ...process.env, NODE_ENV: 'production' },
  });
  const [answer] = await Promise.race([once(child, 'message'), once(child, 'exit')]);
  if (!(answer as { isUp?: boolean } | null)?.isUp) throw new Error(`${name} could not be started`);
  return new Server({ name, port, directory: dataDir, child });
}

/** Where to put a profile of every server, for `node --cpu-prof`. */
const profileDir = process.env.BENCH_PROFILE;

function profiling(): string[] {
  return profileDir ? ['--cpu-prof', `--cpu-prof-dir=${resolve(profileDir)}`] : [];
}

/** Runs `use` with a fresh server, and leaves nothing of it behind. */
export async function withServer<T>(
  name: ServerName,
  options: Options,
  use: (server: Server) => Promise<T>,
): Promise<T> {
  const server = await startServer(name, options);
  try {
    return await use(server);
  } finally {
    await server.end(profileDir ? 'SIGTERM' : 'SIGKILL');
    rmSync(server.directory, { recursive: true, force: true });
  }
}
