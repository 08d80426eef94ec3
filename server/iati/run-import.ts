import { createReadStream, existsSync } from 'node:fs';
import { basename } from 'node:path';
import { isDomainError } from '#domain/errors';
import type { WorkspaceId } from '#domain/ids';
import type { Services } from '../services';
import { readArguments, say } from './arguments';
import { sayImport } from './import-words';
import { onWorkspace } from './open-registry';

/** Imports a file whole, as the operator: every record and every field of it. Null where the arguments are wrong. */
export async function runImport(given: string[]): Promise<number | null> {
  const parsed = readArguments(given, { flags: ['--json', '--accept-all'], values: ['--workspace'] });
  const [file, ...others] = parsed?.words ?? [];
  const slug = parsed?.values['--workspace'];
  if (!parsed || !file || !slug || others.length > 0 || !parsed.flags.has('--accept-all')) return null;
  if (!existsSync(file)) {
    console.error(`There is no file ${file}.`);
    return 2;
  }
  return onWorkspace(slug, async (services, workspaceId) => {
    try {
      const result = await importWhole(services.iatiImports, workspaceId, file);
      if (parsed.flags.has('--json')) say(JSON.stringify({ file, workspace: slug, ...result }));
      else for (const line of sayImport(file, result)) say(line);
      return result.state === 'applied' && Object.keys(result.notTaken).length === 0 ? 0 : 1;
    } catch (error) {
      if (!isDomainError(error)) throw error;
      console.error(`${file} was not imported: ${error.code} ${JSON.stringify(error.details)}`);
      return 1;
    }
  });
}

export type ImportResult = Awaited<ReturnType<typeof importWhole>>;

async function importWhole(imports: Services['iatiImports'], workspaceId: WorkspaceId, file: string) {
  const actor = 'operator' as const;
  const importId = await imports.startImport({
    actor,
    workspaceId,
    fileName: basename(file),
    data: createReadStream(file),
  });
  const on = { actor, workspaceId, importId };
  await imports.settled();
  let entered = 0;
  if ((await imports.getImport(on)).stored.state === 'ready') {
    entered = await imports.confirmAllNew(on);
    await imports.decide({ ...on, which: 'all', decision: 'accept', withConflicts: true });
    await imports.applyImport(on);
    await imports.settled();
  }
  const { stored, outcomes, refusals } = await imports.getImport(on);
  const { header, summary, counts, refusal, unkept } = stored.report;
  return {
    importId,
    state: stored.state,
    header,
    refusal,
    activities: summary?.activities ?? 0,
    organisations: summary?.organisations ?? 0,
    transactions: summary?.transactions ?? { count: 0, byType: [] },
    budgets: summary?.budgets ?? { count: 0, afterRevisions: [] },
    plannedDisbursements: summary?.plannedDisbursements ?? { count: 0, sums: [] },
    organisationBudgets: summary?.organisationBudgets ?? { count: 0, byKind: [] },
    withoutAmount: summary?.withoutAmount ?? 0,
    outcomes,
    notTaken: refusals,
    organisationsEntered: entered,
    /** By our own kinds, with what they come to in dollars, and what was not converted. */
    imported: await imports.sumImported(on),
    problems: counts,
    unkept,
  };
}
