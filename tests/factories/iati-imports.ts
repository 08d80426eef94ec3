import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Db } from '#db/db';
import type { IatiImportId, InstitutionId } from '#domain/ids';
import { makeIatiImports } from '#server/features/iati-imports';
import { makeFileStore } from '#server/features/iati-imports/file-store';
import { type ReadFile, readInBatches } from '#server/features/iati-imports/read-file';
import type { Importer } from '#server/features/iati-imports/types';
import { makeRecordValidator } from '#server/features/iati-imports/validator';
import { chunksOf } from './iati';
import { openTestWorkspaces } from './workspace-services';
import { type BuiltMember, buildInstitution, buildWorkspace } from './workspaces';

const validate = makeRecordValidator();
const readInPlace: ReadFile = (path) => readInBatches(path, { validate });

/** A workspace whose bank is known by a reference, and the imports over a data folder of their own. */
export async function openTestImports(db: Db) {
  const { events, recorded, clock } = openTestWorkspaces(db);
  const { workspaceId, convenor } = await buildWorkspace(db);
  const bank = await buildInstitution(db, { workspaceId, name: 'Test Bank', kind: 'bank' });
  await addIdentifier(db, bank, 'XM-TEST', '1');
  const errors: unknown[] = [];
  const log = { error: (error: unknown) => void errors.push(error) };
  const dataDir = mkdtempSync(join(tmpdir(), 'concord-imports-'));

  /** As after a restart: the same database and folder, and no memory of what was under way. */
  function open({ readFile = readInPlace, limitBytes = 50_000_000 } = {}) {
    return makeIatiImports({ db, clock, events, log, storage: { dataDir, limitBytes }, readFile });
  }

  const imports = open();

  async function read(
    text: string | Uint8Array,
    { actor = convenor.actor as Importer, fileName = 'file.xml', to = workspaceId } = {},
  ): Promise<IatiImportId> {
    const data = chunksOf(text, 64 * 1024);
    const importId = await imports.startImport({ actor, workspaceId: to, fileName, data });
    await imports.settled();
    return importId;
  }

  async function apply(importId: IatiImportId, actor: Importer = convenor.actor): Promise<void> {
    await imports.applyImport({ actor, workspaceId, importId });
    await imports.settled();
  }

  const on = (importId: IatiImportId, member: BuiltMember = convenor) => ({
    actor: member.actor as Importer,
    workspaceId,
    importId,
  });

  return {
    imports,
    open,
    read,
    apply,
    on,
    errors,
    recorded,
    events,
    clock,
    workspaceId,
    convenor,
    bank,
    files: makeFileStore({ dataDir, limitBytes: 0 }),
    readInPlace,
  };
}

export type TestImports = Awaited<ReturnType<typeof openTestImports>>;

export async function addIdentifier(
  db: Db,
  institutionId: InstitutionId,
  scheme: string,
  value: string,
): Promise<void> {
  await db.transaction(async (tx) => {
    await tx.insert(db.tables.institutionIdentifiers).values({ institutionId, scheme, value });
  });
}
