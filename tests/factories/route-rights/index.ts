import { accountsRights } from './accounts';
import { administrationRights } from './administration';
import { commitmentsRights } from './commitments';
import { dialoguesRights } from './dialogues';
import { exchangeRatesRights } from './exchange-rates';
import { fundingCyclesRights } from './funding-cycles';
import { iatiImportsRights } from './iati-imports';
import { lettersRights } from './letters';
import { partnersRights } from './partners';
import { plansRights } from './plans';
import { publicDialoguesRights } from './public-dialogues';
import { resourceMappingRights } from './resource-mapping';
import type { RightsByRoute } from './rights';
import { workspacesRights } from './workspaces';

export type { RouteRights } from './rights';

/** What each route shows to whom, by file; a file without an entry fails the test. */
export const routeRights: RightsByRoute = {
  ...accountsRights,
  ...administrationRights,
  ...commitmentsRights,
  ...dialoguesRights,
  ...exchangeRatesRights,
  ...fundingCyclesRights,
  ...iatiImportsRights,
  ...partnersRights,
  ...lettersRights,
  ...plansRights,
  ...publicDialoguesRights,
  ...resourceMappingRights,
  ...workspacesRights,
};
