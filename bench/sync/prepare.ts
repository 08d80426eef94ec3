import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { build } from 'esbuild';
import { machine } from '../machine';

/** Where our server runs: it looks for its workers below it. */
export const ourFolder = resolve('.cache/bench/concord');
let bundled: Promise<string> | null = null;

/** Our server as the product runs it: bundled, not compiled while it runs. */
export function bundleOurServer(): Promise<string> {
  bundled ??= bundle();
  return bundled;
}

async function bundle(): Promise<string> {
  await build({
    entryPoints: {
      'concord-server': 'bench/sync/concord-server.ts',
      'sync/compaction.worker': 'server/sync/compaction.worker.ts',
    },
    outdir: `${ourFolder}/build/node`,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    logLevel: 'warning',
  });
  return `${ourFolder}/build/node/concord-server.mjs`;
}

/** Installs the peers, each in exactly the version written down, unless they are there. */
export function installPeers(): void {
  if (existsSync('bench/peers/node_modules/.package-lock.json')) return;
  console.log('Installing the peers, once …');
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund'], {
    cwd: 'bench/peers',
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (status !== 0) throw new Error('The peers could not be installed; see the messages above.');
}

/** The generator takes the second core, with all its threads. */
export function takeSecondCore(): void {
  spawnSync('taskset', ['-acp', '1', String(process.pid)], { stdio: 'ignore' });
}

/** The machine, and ours of what is measured. */
export function ownVersions(): string[] {
  const own = (name: string) => versionIn(`node_modules/${name}`);
  return [
    machine(),
    `concord ${versionIn('.')}: yjs ${own('yjs')}, better-sqlite3 ${own('better-sqlite3')} (WAL, synchronous=FULL); stores before it sends, acknowledges, checks every update`,
  ];
}

export function versions(): string[] {
  const peer = (name: string) => versionIn(`bench/peers/node_modules/${name}`);
  return [
    ...ownVersions(),
    `hocuspocus ${peer('@hocuspocus/server')} with its SQLite extension (asks for Node 22, runs on this one); sends first, stores the whole document seconds later`,
    `y-websocket ${peer('y-websocket')} with y-leveldb ${peer('y-leveldb')}; sends first, stores without flushing to the disk`,
    'relay: appends the bytes, flushes them to the disk, forwards them; no document, no checks: the ceiling',
  ];
}

function versionIn(directory: string): string {
  return (JSON.parse(readFileSync(`${directory}/package.json`, 'utf8')) as { version: string }).version;
}
