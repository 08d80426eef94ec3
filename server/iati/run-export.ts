import { once } from 'node:events';
import type { InstitutionId } from '#domain/ids';
import { readArguments } from './arguments';
import { onWorkspace } from './open-registry';

/** Writes a workspace's commitments, or a partner's envelopes, as IATI 2.03 to the standard output. */
export async function runExport(given: string[]): Promise<number | null> {
  const parsed = readArguments(given, { values: ['--workspace', '--partner'] });
  const slug = parsed?.values['--workspace'];
  if (!parsed || !slug || parsed.words.length > 0) return null;
  const partner = parsed.values['--partner'] as InstitutionId | undefined;
  return onWorkspace(slug, async ({ iatiImports }, workspaceId) => {
    const actor = 'operator' as const;
    if (partner)
      process.stdout.write(await iatiImports.exportPartner({ actor, workspaceId, institutionId: partner }));
    else
      for await (const piece of iatiImports.exportActivities({ actor, workspaceId }))
        if (!process.stdout.write(piece)) await once(process.stdout, 'drain');
    return 0;
  });
}
