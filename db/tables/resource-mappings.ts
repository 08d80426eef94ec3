import type { ResourceMappingId } from '../../domain/ids';
import type { Kit } from '../kit/sqlite';
import { type People, referencesTo } from './references';

/** Workbooks of commitments on their way back in: nothing reaches the registry until `appliedAt`. */
export function resourceMappingsTables(kit: Kit, people: People) {
  const { workspaceRef, accountRef } = referencesTo(kit, people);
  const resourceMappings = kit.table(
    'resource_mappings',
    {
      id: kit.id<ResourceMappingId>().primaryKey(),
      workspaceId: workspaceRef(),
      accountId: accountRef(),
      sourceName: kit.text().notNull(),
      /** The rows as read; see domain/resource-mapping. */
      rows: kit.json<unknown>().notNull(),
      createdAt: kit.instant().notNull(),
      appliedAt: kit.instant(),
    },
    (t) => [kit.index('resource_mappings_person').on(t.workspaceId, t.accountId)],
  );
  return { resourceMappings };
}
