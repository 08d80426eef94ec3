import { importCommands } from './commands';
import { iatiExports } from './exports';
import { importFigures } from './figures';
import { makeFileStore } from './file-store';
import { authoriseImporter } from './importer';
import { importJobs } from './jobs';
import { matchCommands } from './matches';
import { importQueries } from './queries';
import { readInThread } from './read-in-thread';
import type { Dependencies, OnImport } from './types';

export type { ListedImport, ListedRecord, MatchedOrganisation } from './queries';
export type { OnImport, StoredImport } from './types';

/** IATI files on their way into the registry: read as a job, looked at, accepted record by record, applied as a job. */
export function makeIatiImports({
  storage,
  ...given
}: Omit<Dependencies, 'files' | 'readFile'> &
  Partial<Dependencies> & { storage: { dataDir: string; limitBytes: number } }) {
  const dependencies: Dependencies = { files: makeFileStore(storage), readFile: readInThread, ...given };
  const jobs = importJobs(dependencies);
  return {
    ...importCommands({ ...dependencies, jobs }),
    ...matchCommands(dependencies),
    ...importQueries(dependencies),
    ...importFigures(dependencies),
    ...iatiExports(dependencies),
    limitBytes: storage.limitBytes,
    assertImporter: ({ actor, workspaceId }: Omit<OnImport, 'importId'>) =>
      authoriseImporter(actor, workspaceId),
    start: jobs.start,
    stop: jobs.stop,
    settled: jobs.settled,
  };
}
