import { partnerCommands } from './commands';
import { countryQueries } from './country-queries';
import { mandateQueries } from './mandate-queries';
import { partnerList } from './partner-list';
import { proposalQueries } from './proposal-queries';
import { proposalCommands } from './proposals';
import { partnerQueries } from './queries';
import type { Dependencies } from './types';

export type { ListedPart } from './commands';
export { ensurePartner } from './ensure-partner';
export type { MandateFilter } from './mandate-filter';
export type { ListedMandate, MandateCounts } from './mandate-queries';
export type { ListedPartner, PartnerFilter } from './partner-list';
export { partnerSubject } from './partner-subject';
export type { ListedProposal } from './proposal-queries';
export type { ListedDocument, ListedPerson, PartnerDetail } from './queries';

/** The registry's record of each partner of a workspace: who keeps it, what it holds, and what is proposed about it. */
export function makePartners(dependencies: Dependencies) {
  return {
    ...partnerCommands(dependencies),
    ...proposalCommands(dependencies),
    ...partnerQueries(dependencies),
    ...partnerList(dependencies),
    ...mandateQueries(dependencies),
    ...countryQueries(dependencies),
    ...proposalQueries(dependencies),
  };
}
