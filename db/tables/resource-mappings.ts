import type { AccountId, ResourceMappingId, WorkspaceId } from '../../domain/ids';
import type { Kit } from '../kit/sqlite';
import type { AccountsTables } from './accounts';
import type { WorkspacesTables } from './workspaces';

/** Workbooks of commitments on their way back in: nothing reaches the registry until `appliedAt`. */
export function resourceMappingsTables(
  kit: Kit,
  { accounts, workspaces }: AccountsTables & WorkspacesTables,
) {
  const resourceMappings = kit.table(
    'resource_mappings',
    {
      id: kit.id<ResourceMappingId>().primaryKey(),
      workspaceId: kit
        .id<WorkspaceId>()
        .notNull()
        .references(() => workspaces.id, { onDelete: 'cascade' }),
      accountId: kit
        .id<AccountId>()
        .notNull()
        .references(() => accounts.id),
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
