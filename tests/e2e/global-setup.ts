import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ServerProcess } from './harness/server';

/** Seeds the demo once; each worker starts from a copy of its files. */
export default async function globalSetup() {
  const templateDir = mkdtempSync(join(tmpdir(), 'concord-e2e-template-'));
  const server = await ServerProcess.create({ env: { DEMO: '1' } });
  await server.stop();
  cpSync(server.dataDir, templateDir, { recursive: true });
  await server.dispose();
  process.env.E2E_TEMPLATE = templateDir;
  return () => rmSync(templateDir, { recursive: true, force: true });
}
