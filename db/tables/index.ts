import type { Kit } from '../kit/sqlite';
import { accountsTables } from './accounts';
import { documentsTables } from './documents';
import { eventsTables } from './events';
import { plansTables } from './plans';
import { workspacesTables } from './workspaces';

/** Every table, built for one dialect. */
export function buildTables(kit: Kit) {
  const accounts = accountsTables(kit);
  const workspaces = workspacesTables(kit, accounts);
  const documents = documentsTables(kit, workspaces);
  const plans = plansTables(kit, { ...accounts, ...workspaces, ...documents });
  return { ...accounts, ...workspaces, ...documents, ...plans, ...eventsTables(kit) };
}

export type Tables = ReturnType<typeof buildTables>;
