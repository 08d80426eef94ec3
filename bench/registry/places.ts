import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { startPostgres } from '#tests/factories/postgres-server';
import type { Place } from '../demo-server';
import { cpuMs } from '../sync/process-usage';

export interface Places {
  /** Where the registry of so many facts is; a new one begins as a copy of the one before. */
  of(facts: number, before: number | null): Promise<Place>;
  /** Milliseconds of CPU that the database has used so far beside the server. */
  cpuMs(): number;
  stop(): Promise<void>;
}

/** Where filled registries are: in a folder that is kept for the next run, else in one that is thrown away. */
export async function openPlaces(dialect: 'sqlite' | 'postgres', kept: string | undefined): Promise<Places> {
  const dir = kept ? resolve(kept) : mkdtempSync(join(tmpdir(), 'concord-bench-'));
  mkdirSync(dir, { recursive: true });
  // initdb runs as another user than root, who must be able to walk into the folder.
  chmodSync(dir, 0o755);
  const discard = () => {
    if (!kept) rmSync(dir, { recursive: true, force: true });
  };
  const folderOf = (facts: number) => join(dir, `${dialect}-${facts}`);
  const folder = (facts: number, before: number | null): string => {
    const own = folderOf(facts);
    if (!existsSync(own)) {
      if (before === null) mkdirSync(own);
      else cpSync(folderOf(before), own, { recursive: true });
    }
    return own;
  };
  if (dialect === 'sqlite') {
    return {
      of: async (facts, before) => ({ dataDir: folder(facts, before), databaseUrl: null }),
      cpuMs: () => 0,
      stop: async () => discard(),
    };
  }
  const postgres = await startPostgres(join(dir, 'postgres'), { isKept: kept !== undefined });
  const nameOf = (facts: number) => `concord_${facts}`;
  return {
    async of(facts, before) {
      const isNew = !existsSync(folderOf(facts));
      const dataDir = folder(facts, before);
      if (isNew) await postgres.createDatabase(nameOf(facts), before === null ? undefined : nameOf(before));
      return { dataDir, databaseUrl: `${postgres.url}/${nameOf(facts)}` };
    },
    cpuMs: () => childrenOf(join(dir, 'postgres')).reduce((sum, pid) => sum + cpuMs(pid), 0),
    async stop() {
      await postgres.stop();
      discard();
    },
  };
}

/** The processes of a PostgreSQL server, one for each connection and some of its own. */
function childrenOf(databaseDir: string): number[] {
  const pid = readFileSync(join(databaseDir, 'postmaster.pid'), 'utf8').split('\n')[0];
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8');
  return children.split(' ').filter(Boolean).map(Number);
}
