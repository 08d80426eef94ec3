import type { Activity, Budget, Contact, OrganisationRef, PlannedDisbursement, Transaction } from '../types';
import * as part from './parts';
import { type Part, tag, text } from './xml';

/** What the schema asks for and a record entered by hand may not have. */
export interface ActivityDefaults {
  identifier: string;
  reporting: OrganisationRef;
  /** A day, for one without any date. */
  date: string;
}

export interface WrittenRecord {
  xml: string;
  /** Facts that IATI has no valid way to say: without an amount or without any date. */
  leftOut: number;
}

/** An activity as IATI 2.03, in the order of its schema; reading it gives the same activity. */
export function writeActivityXml(activity: Activity, defaults: ActivityDefaults): WrittenRecord {
  const inherited = { language: activity.language, currency: activity.defaultCurrency };
  const identifier = activity.identifier ?? defaults.identifier;
  const transactions = activity.transactions.map((each) => transaction(each, inherited));
  const budgets = activity.budgets.map((each) => budget(each, inherited));
  const planned = activity.plannedDisbursements.map((each) => plannedDisbursement(each, inherited));
  const xml = tag(
    'iati-activity',
    {
      'last-updated-datetime': part.dateTime(activity.lastUpdated),
      'xml:lang': activity.language,
      'default-currency': activity.defaultCurrency,
      humanitarian: activity.isHumanitarian,
      hierarchy: activity.hierarchy && /^\d{1,9}$/.test(activity.hierarchy) ? activity.hierarchy : null,
    },
    tag('iati-identifier', {}, text(identifier)),
    reporting(activity.reportingOrganisation, defaults, inherited),
    who(activity, defaults, inherited),
    when(activity, defaults, inherited),
    activity.contacts.map((each) => contact(each, inherited)),
    what(activity, inherited),
    budgets,
    planned,
    transactions,
    activity.documents.map((each) => part.documentLink(each, inherited)),
    activity.relatedActivities.map(({ ref, type }) =>
      tag('related-activity', { ref: ref ?? '', type: type ?? '' }),
    ),
  );
  return { xml, leftOut: [...transactions, ...budgets, ...planned].filter((each) => each === null).length };
}

export function reporting(
  given: OrganisationRef | null,
  { reporting: fallback }: Pick<ActivityDefaults, 'reporting'>,
  inherited: part.Inherited,
): Part {
  const { ref, type, names } = given ?? fallback;
  const attributes = { ref: ref ?? '', type: type ?? '' };
  return tag('reporting-org', attributes, part.wantedNarratives(names, inherited));
}

/** No file has a line 0. What a published record lacks stays empty; only one entered by hand is filled up. */
export function isByHand({ line }: { line: number }): boolean {
  return line === 0;
}

function who(activity: Activity, defaults: ActivityDefaults, inherited: part.Inherited): Part {
  const { titles, descriptions, participatingOrganisations } = isByHand(activity)
    ? filledUp(activity, defaults)
    : activity;
  const described = descriptions.length > 0 ? descriptions : [{ type: null, narratives: [] }];
  const participants = participatingOrganisations.length > 0 ? participatingOrganisations : [nobody];
  return [
    tag('title', {}, part.wantedNarratives(titles, inherited)),
    described.map(({ type, narratives }) =>
      tag('description', { type }, part.wantedNarratives(narratives, inherited)),
    ),
    participants.map((each) =>
      tag(
        'participating-org',
        {
          ref: each.ref,
          type: each.type,
          role: each.role ?? '',
          'activity-id': each.activityId,
          'crs-channel-code': each.crsChannelCode,
        },
        part.narratives(each.names, inherited),
      ),
    ),
  ];
}

const nobody = { ref: null, type: null, names: [], role: null, activityId: null, crsChannelCode: null };

type Who = Pick<Activity, 'titles' | 'descriptions' | 'participatingOrganisations'>;

function filledUp(
  activity: Activity,
  { identifier, reporting: { ref, type, names } }: ActivityDefaults,
): Who {
  const { language } = activity;
  const own = [{ language, text: activity.identifier ?? identifier }];
  const titles = activity.titles.length > 0 ? activity.titles : own;
  const descriptions = activity.descriptions.filter(({ narratives }) =>
    narratives.some(({ text: said }) => said),
  );
  const participants = activity.participatingOrganisations.filter(({ role }) => role !== null);
  return {
    titles,
    descriptions: descriptions.length > 0 ? descriptions : [{ type: null, narratives: titles }],
    participatingOrganisations:
      participants.length > 0 ? participants : [{ ...nobody, ref, type, names, role: '1' }],
  };
}

function when(activity: Activity, defaults: ActivityDefaults, inherited: part.Inherited): Part {
  const known = activity.dates.filter(({ date }) => date !== null);
  const all = known.length > 0 ? known : [{ type: '1', date: defaults.date, narratives: [] }];
  return [
    tag('activity-status', { code: activity.status ?? (isByHand(activity) ? '2' : '') }),
    all.map(({ type, date, narratives }) =>
      tag('activity-date', { type: type ?? '', 'iso-date': date }, part.narratives(narratives, inherited)),
    ),
  ];
}

function contact(given: Contact, inherited: part.Inherited): Part {
  return tag(
    'contact-info',
    { type: given.type },
    part.words('organisation', given.organisation, inherited),
    part.words('department', given.department, inherited),
    part.words('person-name', given.personName, inherited),
    part.words('job-title', given.jobTitle, inherited),
    given.telephones.map((each) => tag('telephone', {}, text(each))),
    given.emails.map((each) => tag('email', {}, text(each))),
    given.websites.map((each) => tag('website', {}, text(each))),
    given.mailingAddresses.map((each) => tag('mailing-address', {}, part.wantedNarratives(each, inherited))),
  );
}

function what(activity: Activity, inherited: part.Inherited): Part {
  return [
    activity.countries.map((each) => part.share('recipient-country', each, inherited)),
    activity.regions.map((each) => part.share('recipient-region', each, inherited)),
    activity.sectors.map((each) => part.share('sector', each, inherited)),
    activity.policyMarkers.map(({ code, vocabulary, significance, narratives }) =>
      tag(
        'policy-marker',
        { vocabulary, code: code ?? '', significance },
        part.narratives(narratives, inherited),
      ),
    ),
    part.code('collaboration-type', activity.collaborationType),
    part.code('default-flow-type', activity.defaultFlowType),
    part.code('default-finance-type', activity.defaultFinanceType),
    activity.defaultAidTypes.map((each) => part.vocabularyCode('default-aid-type', each)),
    part.code('default-tied-status', activity.defaultTiedStatus),
  ];
}

function transaction(given: Transaction, inherited: part.Inherited): string | null {
  const value = part.value(given.value, given.date, inherited);
  if (value === null || given.type === null || given.date === null) return null;
  const places = { hasPercentage: false };
  return tag(
    'transaction',
    { ref: given.ref, humanitarian: given.isHumanitarian },
    part.code('transaction-type', given.type),
    tag('transaction-date', { 'iso-date': given.date }),
    value,
    part.words('description', given.description, inherited),
    part.organisation('provider-org', given.provider, inherited),
    part.organisation('receiver-org', given.receiver, inherited),
    part.code('disbursement-channel', given.disbursementChannel),
    given.sectors.map((each) => part.share('sector', each, inherited, places)),
    given.countries.slice(0, 1).map((each) => part.share('recipient-country', each, inherited, places)),
    given.regions.slice(0, 1).map((each) => part.share('recipient-region', each, inherited, places)),
    part.code('flow-type', given.flowType),
    part.code('finance-type', given.financeType),
    given.aidTypes.map((each) => part.vocabularyCode('aid-type', each)),
    part.code('tied-status', given.tiedStatus),
  );
}

function budget({ type, status, period, value: given }: Budget, inherited: part.Inherited): string | null {
  const value = part.value(given, period.start, inherited);
  if (value === null || !period.start || !period.end) return null;
  return tag('budget', { type, status }, part.period(period), value);
}

function plannedDisbursement(given: PlannedDisbursement, inherited: part.Inherited): string | null {
  const value = part.value(given.value, given.period.start, inherited);
  if (value === null || !given.period.start) return null;
  return tag(
    'planned-disbursement',
    { type: given.type },
    part.period(given.period),
    value,
    part.organisation('provider-org', given.provider, inherited),
    part.organisation('receiver-org', given.receiver, inherited),
  );
}
