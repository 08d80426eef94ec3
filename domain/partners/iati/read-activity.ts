import { attributeOf, childOf, childrenOf, textOf, type XmlElement } from './element';
import { flagActivity } from './flag-activity';
import type { Report } from './problems';
import { readBudget, readPlannedDisbursement } from './read-budgets';
import {
  codeOf,
  dateIn,
  flagRepeated,
  type Reading,
  readDocumentLink,
  readNarratives,
  readOrganisationRef,
  readShares,
  readVocabularyCode,
  yesOrNo,
} from './read-parts';
import { readTransaction } from './read-transaction';
import type { Activity, Contact } from './types';

const once = ['iati-identifier', 'reporting-org', 'title', 'activity-status'];

/** Everything that the model keeps of an iati-activity; what is wrong with it is reported, and it is still given. */
export function readActivity(element: XmlElement, report: Report): Activity {
  const defaultCurrency = attributeOf(element, 'default-currency');
  const reading: Reading = { report, defaultCurrency };
  flagRepeated(element, once, reading);
  const activity: Activity = {
    line: element.line,
    identifier: textOf(childOf(element, 'iati-identifier')),
    lastUpdated: attributeOf(element, 'last-updated-datetime'),
    language: attributeOf(element, 'xml:lang'),
    hierarchy: attributeOf(element, 'hierarchy'),
    isHumanitarian: yesOrNo(attributeOf(element, 'humanitarian')),
    defaultCurrency,
    reportingOrganisation: readOrganisationRef(childOf(element, 'reporting-org')),
    ...readWho(element),
    ...readWhat(element, reading),
    ...readMoney(element, reading),
    relatedActivities: childrenOf(element, 'related-activity').map((related) => ({
      ref: attributeOf(related, 'ref'),
      type: attributeOf(related, 'type'),
    })),
    documents: childrenOf(element, 'document-link').map((link) => readDocumentLink(link, reading)),
  };
  flagActivity(activity, element, reading);
  return activity;
}

/** The schema wants one of each: an empty one is written where there is none. */
function saysSomething(read: object): boolean {
  return Object.values(read).some((value) => (Array.isArray(value) ? value.length > 0 : value !== null));
}

function readWho(element: XmlElement) {
  return {
    participatingOrganisations: childrenOf(element, 'participating-org')
      .map((participant) => ({
        ref: attributeOf(participant, 'ref'),
        type: attributeOf(participant, 'type'),
        names: readNarratives(participant),
        activityId: attributeOf(participant, 'activity-id'),
        role: attributeOf(participant, 'role'),
        crsChannelCode: attributeOf(participant, 'crs-channel-code'),
      }))
      .filter(saysSomething),
    contacts: childrenOf(element, 'contact-info').map(readContact),
  };
}

function readContact(element: XmlElement): Contact {
  const texts = (name: string) => childrenOf(element, name).flatMap((child) => textOf(child) ?? []);
  return {
    type: attributeOf(element, 'type'),
    organisation: readNarratives(childOf(element, 'organisation')),
    department: readNarratives(childOf(element, 'department')),
    personName: readNarratives(childOf(element, 'person-name')),
    jobTitle: readNarratives(childOf(element, 'job-title')),
    telephones: texts('telephone'),
    emails: texts('email'),
    websites: texts('website'),
    mailingAddresses: childrenOf(element, 'mailing-address').map(readNarratives),
  };
}

function readWhat(element: XmlElement, reading: Reading) {
  return {
    titles: readNarratives(childOf(element, 'title')),
    descriptions: childrenOf(element, 'description')
      .map((description) => ({
        type: attributeOf(description, 'type'),
        narratives: readNarratives(description),
      }))
      .filter(saysSomething),
    status: codeOf(element, 'activity-status'),
    dates: childrenOf(element, 'activity-date').map((date) => ({
      type: attributeOf(date, 'type'),
      date: dateIn(date, 'iso-date', reading),
      narratives: readNarratives(date),
    })),
    countries: readShares(element, 'recipient-country', reading),
    regions: readShares(element, 'recipient-region', reading),
    sectors: readShares(element, 'sector', reading),
    policyMarkers: childrenOf(element, 'policy-marker').map((marker) => ({
      ...readVocabularyCode(marker),
      significance: attributeOf(marker, 'significance'),
      narratives: readNarratives(marker),
    })),
  };
}

function readMoney(element: XmlElement, reading: Reading) {
  return {
    collaborationType: codeOf(element, 'collaboration-type'),
    defaultFlowType: codeOf(element, 'default-flow-type'),
    defaultFinanceType: codeOf(element, 'default-finance-type'),
    defaultAidTypes: childrenOf(element, 'default-aid-type').map(readVocabularyCode),
    defaultTiedStatus: codeOf(element, 'default-tied-status'),
    transactions: childrenOf(element, 'transaction').map((child) => readTransaction(child, reading)),
    budgets: childrenOf(element, 'budget').map((child) => readBudget(child, reading)),
    plannedDisbursements: childrenOf(element, 'planned-disbursement').map((child) =>
      readPlannedDisbursement(child, reading),
    ),
  };
}
