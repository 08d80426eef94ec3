import type { Resource } from '../resource';
import { activitiesResource } from './activities';
import { activityEventsResource } from './activity-events';
import { budgetEventsResource, envelopesResource } from './envelopes';
import { exchangeRatesResource } from './exchange-rates';
import { financialFactsResource } from './financial-facts';
import { focalPersonsResource } from './focal-persons';
import { cycleEventsResource, fundingCyclesResource } from './funding-cycles';
import { institutionsResource } from './institutions';
import { mandatesResource } from './mandates';
import { membersResource } from './members';
import { partnerDocumentsResource, partnersResource } from './partners';
import { planActionsResource } from './plan-actions';
import { planCostsResource, planFundingResource, planIndicatorsResource } from './plan-lines';
import { plansResource } from './plans';
import { statusReportsResource } from './status-reports';
import { factPartsResource, totalsResource } from './totals';
import { workspacesResource } from './workspaces';

/** Everything that the API serves, in the order of its description. */
export const resources: readonly Resource[] = [
  workspacesResource,
  institutionsResource,
  membersResource,
  plansResource,
  planActionsResource,
  planCostsResource,
  planFundingResource,
  planIndicatorsResource,
  statusReportsResource,
  partnersResource,
  partnerDocumentsResource,
  focalPersonsResource,
  mandatesResource,
  fundingCyclesResource,
  cycleEventsResource,
  envelopesResource,
  budgetEventsResource,
  activitiesResource,
  financialFactsResource,
  factPartsResource,
  totalsResource,
  exchangeRatesResource,
  activityEventsResource,
];
