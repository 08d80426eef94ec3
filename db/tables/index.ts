import type { Kit } from '../kit/sqlite';
import { accountsTables } from './accounts';
import { apiTokensTables } from './api-tokens';
import { commitmentsTables } from './commitments';
import { dataQualityTables } from './data-quality';
import { dialoguesTables } from './dialogues';
import { documentsTables } from './documents';
import { eventsTables } from './events';
import { exchangeRatesTables } from './exchange-rates';
import { fundingCyclesTables } from './funding-cycles';
import { iatiImportsTables } from './iati-imports';
import { partnersTables } from './partners';
import { plansTables } from './plans';
import { resourceMappingsTables } from './resource-mappings';
import { workspacesTables } from './workspaces';

/** Every table, built for one dialect. */
export function buildTables(kit: Kit) {
  const accounts = accountsTables(kit);
  const workspaces = workspacesTables(kit, accounts);
  const documents = documentsTables(kit, workspaces);
  const plans = plansTables(kit, { ...accounts, ...workspaces, ...documents });
  const people = { ...accounts, ...workspaces };
  return {
    ...people,
    ...documents,
    ...plans,
    ...partnersTables(kit, people),
    ...fundingCyclesTables(kit, people),
    ...commitmentsTables(kit, people),
    ...exchangeRatesTables(kit, people),
    ...iatiImportsTables(kit, people),
    ...resourceMappingsTables(kit, people),
    ...apiTokensTables(kit, people),
    ...dataQualityTables(kit, people),
    ...dialoguesTables(kit, { ...people, ...documents, ...plans }),
    ...eventsTables(kit),
  };
}

export type Tables = ReturnType<typeof buildTables>;
