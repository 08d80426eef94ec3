import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

const stampFile = 'build/.stamp';
const sources = [
  'app',
  'domain',
  'server',
  'db',
  'public',
  'scripts/build.mjs',
  'package-lock.json',
  'vite.config.ts',
  'remix.config.js',
];

/** Builds the pages and the server, unless nothing that they are made of has changed. */
export async function buildIfChanged({ onStart } = {}) {
  const stamp = hashOf(sources);
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return false;
  onStart?.();
  rmSync('build', { recursive: true, force: true });
  const remix = spawnSync(
    process.execPath,
    ['node_modules/@remix-run/dev/dist/cli.js', 'vite:build', '--logLevel', 'warn'],
    {
      stdio: 'inherit',
      env: { ...process.env, NODE_ENV: 'production' },
    },
  );
  if (remix.status !== 0) throw new Error('The pages could not be built; see the messages above.');
  await build({
    entryPoints: entryPoints(),
    outdir: 'build/node',
    outbase: 'server',
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    sourcemap: true,
    logLevel: 'warning',
  });
  // Its scope is the folder it is served from, and it runs alone: one file at the root.
  await build({
    entryPoints: ['app/features/offline/worker/service-worker.ts'],
    outfile: 'build/client/service-worker.js',
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2020',
    logLevel: 'warning',
  });
  mkdirSync('build', { recursive: true });
  writeFileSync(stampFile, stamp);
  return true;
}

/** The server, the operator's commands and the workers, which run in threads of their own. */
function entryPoints() {
  return filesUnder('server').filter((file) => /^server\/(index|cli\/[^/]+|.*\.worker)\.ts$/.test(file));
}

function hashOf(paths) {
  const hash = createHash('sha256');
  for (const file of paths.flatMap(filesUnder).filter((f) => !/\.test\.tsx?$/.test(f)))
    hash.update(file).update(readFileSync(file));
  return hash.digest('hex');
}

function filesUnder(path) {
  if (!existsSync(path)) return [];
  if (!path.includes('.') || path === 'public') {
    return readdirSync(path, { withFileTypes: true, recursive: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
      .sort();
  }
  return [path];
}

if (process.argv[1]?.endsWith('build.mjs')) {
  const hasBuilt = await buildIfChanged();
  process.stdout.write(hasBuilt ? 'Built.\n' : 'Nothing to build.\n');
}
