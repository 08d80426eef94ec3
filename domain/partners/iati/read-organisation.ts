import { attributeOf, childOf, childrenOf, textOf, type XmlElement } from './element';
import type { Report } from './problems';
import {
  flag,
  type Reading,
  readDocumentLink,
  readNarratives,
  readOrganisationRef,
  readPeriod,
  readValue,
} from './read-parts';
import {
  type Organisation,
  type OrganisationBudget,
  type OrganisationBudgetKind,
  organisationBudgetKinds,
} from './types';

/** Everything that the model keeps of an iati-organisation: who it is, and its envelopes. */
export function readOrganisation(element: XmlElement, report: Report): Organisation {
  const defaultCurrency = attributeOf(element, 'default-currency');
  const reading: Reading = { report, defaultCurrency };
  const identifier = textOf(childOf(element, 'organisation-identifier'));
  if (!identifier) flag(reading, 'identifier_missing', element);
  const reporting = readOrganisationRef(childOf(element, 'reporting-org'));
  if (!reporting?.ref) flag(reading, 'reporting_org_missing', element);
  const names = readNarratives(childOf(element, 'name'));
  if (names.length === 0) flag(reading, 'title_missing', element);
  return {
    line: element.line,
    identifier,
    lastUpdated: attributeOf(element, 'last-updated-datetime'),
    language: attributeOf(element, 'xml:lang'),
    defaultCurrency,
    reportingOrganisation: reporting,
    names,
    budgets: organisationBudgetKinds.flatMap((kind) =>
      childrenOf(element, kind).map((budget) => readEnvelope(budget, kind, reading)),
    ),
    documents: childrenOf(element, 'document-link').map((link) => readDocumentLink(link, reading)),
  };
}

function readEnvelope(
  element: XmlElement,
  kind: OrganisationBudgetKind,
  reading: Reading,
): OrganisationBudget {
  const status = attributeOf(element, 'status') ?? '1';
  if (status !== '1' && status !== '2')
    flag(reading, 'budget_status_unknown', element, { status: status.slice(0, 40) });
  const lines = kind === 'total-expenditure' ? 'expense-line' : 'budget-line';
  return {
    line: element.line,
    kind,
    status,
    recipient: readRecipient(element),
    period: readPeriod(element, reading),
    value: readValue(element, reading),
    lines: childrenOf(element, lines).map((line) => ({
      ref: attributeOf(line, 'ref'),
      value: readValue(line, reading),
      narratives: readNarratives(line),
    })),
  };
}

function readRecipient(element: XmlElement): OrganisationBudget['recipient'] {
  const recipient =
    childOf(element, 'recipient-country') ??
    childOf(element, 'recipient-region') ??
    childOf(element, 'recipient-org');
  if (!recipient) return null;
  return {
    code: attributeOf(recipient, 'code') ?? attributeOf(recipient, 'ref'),
    vocabulary: attributeOf(recipient, 'vocabulary'),
    names: readNarratives(recipient),
  };
}
