import type { AccountId, InstitutionId, WorkspaceId } from '../../domain/ids';
import type { Kit } from '../kit/sqlite';
import type { AccountsTables } from './accounts';
import type { WorkspacesTables } from './workspaces';

/** The tables that rows of every feature refer to. */
export type People = AccountsTables & WorkspacesTables;

/** The columns by which a feature's rows refer to a workspace, which they go with, an institution or an account. */
export function referencesTo(kit: Kit, { accounts, workspaces, institutions }: People) {
  const maybeInstitutionRef = () => kit.id<InstitutionId>().references(() => institutions.id);
  const maybeAccountRef = () => kit.id<AccountId>().references(() => accounts.id);
  return {
    workspaceRef: () =>
      kit
        .id<WorkspaceId>()
        .notNull()
        .references(() => workspaces.id, { onDelete: 'cascade' }),
    institutionRef: () => maybeInstitutionRef().notNull(),
    maybeInstitutionRef,
    accountRef: () => maybeAccountRef().notNull(),
    maybeAccountRef,
  };
}
