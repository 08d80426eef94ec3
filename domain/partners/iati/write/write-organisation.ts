import type { Organisation, OrganisationBudget } from '../types';
import * as part from './parts';
import { type ActivityDefaults, isByHand, reporting, type WrittenRecord } from './write-activity';
import { type Part, tag, text } from './xml';

/** The order of the schema. */
const kinds = [
  'total-budget',
  'recipient-org-budget',
  'recipient-region-budget',
  'recipient-country-budget',
  'total-expenditure',
] as const;

/** An organisation with its envelopes as IATI 2.03; reading it gives the same organisation. */
export function writeOrganisationXml(
  organisation: Organisation,
  defaults: Omit<ActivityDefaults, 'date'>,
): WrittenRecord {
  const inherited = { language: organisation.language, currency: organisation.defaultCurrency };
  const isFilledUp = isByHand(organisation) && organisation.names.length === 0;
  const names = isFilledUp ? defaults.reporting.names : organisation.names;
  const budgets = kinds.flatMap((kind) =>
    organisation.budgets
      .filter((budget) => budget.kind === kind)
      .map((budget) => envelope(budget, inherited)),
  );
  const xml = tag(
    'iati-organisation',
    {
      'last-updated-datetime': part.dateTime(organisation.lastUpdated),
      'xml:lang': organisation.language,
      'default-currency': organisation.defaultCurrency,
    },
    tag('organisation-identifier', {}, text(organisation.identifier ?? defaults.identifier)),
    tag('name', {}, part.wantedNarratives(names, inherited)),
    reporting(organisation.reportingOrganisation, defaults, inherited),
    budgets.map(({ xml: written }) => written),
    organisation.documents.map((each) => part.documentLink(each, inherited)),
  );
  return { xml, leftOut: budgets.reduce((sum, { leftOut }) => sum + leftOut, 0) };
}

/** Left out are the envelope as a whole, or those of its lines that have no amount. */
function envelope(budget: OrganisationBudget, inherited: part.Inherited): WrittenRecord {
  const { kind, status, period, recipient, lines } = budget;
  const value = part.value(budget.value, period.start, inherited);
  if (value === null || !period.start || !period.end) return { xml: '', leftOut: 1 };
  const line = kind === 'total-expenditure' ? 'expense-line' : 'budget-line';
  const written = lines.map((each) => {
    const own = part.value(each.value, period.start, inherited);
    return own && tag(line, { ref: each.ref }, own, part.wantedNarratives(each.narratives, inherited));
  });
  const xml = tag(
    kind,
    kind === 'total-expenditure' ? {} : { status },
    to(kind, recipient, inherited),
    part.period(period),
    value,
    written,
  );
  return { xml, leftOut: written.filter((each) => each === null).length };
}

function to(
  kind: OrganisationBudget['kind'],
  recipient: OrganisationBudget['recipient'],
  inherited: part.Inherited,
): Part {
  if (!recipient) return null;
  const names = part.narratives(recipient.names, inherited);
  const code = recipient.code ?? '';
  if (kind === 'recipient-org-budget')
    return tag('recipient-org', { ref: recipient.code }, part.wantedNarratives(recipient.names, inherited));
  if (kind === 'recipient-region-budget')
    return tag('recipient-region', { vocabulary: recipient.vocabulary, code }, names);
  return kind === 'recipient-country-budget' && tag('recipient-country', { code }, names);
}
