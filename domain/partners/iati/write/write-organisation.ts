import type { Organisation, OrganisationBudget } from '../types';
import * as part from './parts';
import { type ActivityDefaults, reporting, type WrittenRecord } from './write-activity';
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
  const names = organisation.names.length > 0 ? organisation.names : defaults.reporting.names;
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
    part.words('name', names, inherited),
    reporting(organisation.reportingOrganisation, defaults, inherited),
    budgets,
    organisation.documents.map((each) => part.documentLink(each, inherited)),
  );
  return { xml, leftOut: budgets.filter((each) => each === null).length };
}

function envelope(budget: OrganisationBudget, inherited: part.Inherited): string | null {
  const { kind, status, period, recipient, lines } = budget;
  const value = part.value(budget.value, period.start, inherited);
  if (value === null || !period.start || !period.end) return null;
  const line = kind === 'total-expenditure' ? 'expense-line' : 'budget-line';
  return tag(
    kind,
    kind === 'total-expenditure' ? {} : { status },
    to(kind, recipient, inherited),
    part.period(period),
    value,
    lines.map((each) => {
      const own = part.value(each.value, period.start, inherited);
      if (own === null || each.narratives.length === 0) return null;
      return tag(line, { ref: each.ref }, own, part.narratives(each.narratives, inherited));
    }),
  );
}

function to(
  kind: OrganisationBudget['kind'],
  recipient: OrganisationBudget['recipient'],
  inherited: part.Inherited,
): Part {
  if (!recipient) return null;
  const names = part.narratives(recipient.names, inherited);
  if (kind === 'recipient-org-budget') return tag('recipient-org', { ref: recipient.code }, names);
  if (kind === 'recipient-region-budget')
    return tag('recipient-region', { vocabulary: recipient.vocabulary, code: recipient.code }, names);
  return kind === 'recipient-country-budget' && tag('recipient-country', { code: recipient.code }, names);
}
