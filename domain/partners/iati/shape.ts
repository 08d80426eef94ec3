/** Which elements and attributes the model keeps; everything else is listed as not kept, and never held. */
export interface Shape {
  attributes: ReadonlySet<string>;
  children: ReadonlyMap<string, Shape>;
}

function shape(attributes: string, children: Record<string, Shape> = {}): Shape {
  return {
    attributes: new Set(['xml:lang', ...attributes.split(' ').filter(Boolean)]),
    children: new Map(Object.entries(children)),
  };
}

const leaf = shape('');
const code = shape('code');
const narratives = { narrative: leaf };
const words = shape('', narratives);
const date = shape('iso-date', narratives);
const value = shape('currency value-date');
const period = { 'period-start': date, 'period-end': date, value };
const vocabularyCode = shape('code vocabulary');
const codedShare = shape('code vocabulary percentage', narratives);
const provider = shape('ref type provider-activity-id', narratives);
const receiver = shape('ref type receiver-activity-id', narratives);
const organisation = shape('ref type', narratives);

const documentLink = shape('url format', {
  title: words,
  description: words,
  category: code,
  language: code,
  'document-date': date,
});

const contact = shape('type', {
  organisation: words,
  department: words,
  'person-name': words,
  'job-title': words,
  telephone: leaf,
  email: leaf,
  website: leaf,
  'mailing-address': words,
});

const transaction = shape('ref humanitarian', {
  'transaction-type': code,
  'transaction-date': date,
  value,
  description: words,
  'provider-org': provider,
  'receiver-org': receiver,
  'disbursement-channel': code,
  sector: codedShare,
  'recipient-country': codedShare,
  'recipient-region': codedShare,
  'aid-type': vocabularyCode,
  'finance-type': code,
  'flow-type': code,
  'tied-status': code,
});

const activity = shape('last-updated-datetime default-currency hierarchy humanitarian', {
  'iati-identifier': leaf,
  'reporting-org': organisation,
  'participating-org': shape('ref type role activity-id crs-channel-code', narratives),
  title: words,
  description: shape('type', narratives),
  'activity-status': code,
  'activity-date': shape('type iso-date', narratives),
  'contact-info': contact,
  'recipient-country': codedShare,
  'recipient-region': codedShare,
  sector: codedShare,
  'policy-marker': shape('code vocabulary significance', narratives),
  'collaboration-type': code,
  'default-flow-type': code,
  'default-finance-type': code,
  'default-aid-type': vocabularyCode,
  'default-tied-status': code,
  transaction,
  budget: shape('type status', period),
  'planned-disbursement': shape('type', { ...period, 'provider-org': provider, 'receiver-org': receiver }),
  'related-activity': shape('ref type'),
  'document-link': documentLink,
});

function envelope(recipient: Record<string, Shape>, line = 'budget-line'): Shape {
  return shape('status', { ...period, ...recipient, [line]: shape('ref', { value, ...narratives }) });
}

const organisationRecord = shape('last-updated-datetime default-currency', {
  'organisation-identifier': leaf,
  name: words,
  'reporting-org': organisation,
  'total-budget': envelope({}),
  'recipient-org-budget': envelope({ 'recipient-org': organisation }),
  'recipient-region-budget': envelope({ 'recipient-region': shape('code vocabulary', narratives) }),
  'recipient-country-budget': envelope({ 'recipient-country': shape('code', narratives) }),
  'total-expenditure': envelope({}, 'expense-line'),
  'document-link': documentLink,
});

export const rootShapes: ReadonlyMap<string, Shape> = new Map([
  ['iati-activities', shape('version generated-datetime', { 'iati-activity': activity })],
  ['iati-organisations', shape('version generated-datetime', { 'iati-organisation': organisationRecord })],
]);
