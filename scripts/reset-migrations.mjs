// Regenerates the first migration of both dialects from the tables. Only until the first release: afterwards a change
// to the tables is a new migration (npm run db:generate).
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

for (const dialect of ['sqlite', 'postgres']) {
  const dir = `db/migrations/${dialect}`;
  const kept = join(mkdtempSync(join(tmpdir(), 'concord-migrations-')), 'append_only.sql');
  copyFileSync(`${dir}/0001_append_only.sql`, kept);
  rmSync(dir, { recursive: true, force: true });
  const generate = (...args) =>
    execFileSync('npx', ['drizzle-kit', 'generate', '--config', `drizzle.${dialect}.config.ts`, ...args], {
      stdio: 'inherit',
    });
  generate('--name', 'initial');
  generate('--custom', '--name', 'append_only');
  copyFileSync(kept, `${dir}/0001_append_only.sql`);
}
