/**
 * Which elements and attributes the model keeps; everything else is listed as not kept, and never held. Each name is
 * given by itself: one text for all elements of a file, where the parser makes a text for each.
 */
export interface Shape {
  attributes: ReadonlyMap<string, string>;
  children: ReadonlyMap<string, NamedShape>;
  /** Text within it is its own; else it is between its children, and says nothing. */
  isLeaf: boolean;
}

export interface NamedShape {
  name: string;
  shape: Shape;
}

function shape(attributes: string, children: Record<string, Shape> = {}): Shape {
  const names = ['xml:lang', ...attributes.split(' ').filter(Boolean)];
  return {
    attributes: new Map(names.map((name) => [name, name])),
    children: named(children),
    isLeaf: Object.keys(children).length === 0,
  };
}

function named(shapes: Record<string, Shape>): Map<string, NamedShape> {
  return new Map(Object.entries(shapes).map(([name, of]) => [name, { name, shape: of }]));
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

export const rootShapes: ReadonlyMap<string, NamedShape> = named({
  'iati-activities': shape('version generated-datetime', { 'iati-activity': activity }),
  'iati-organisations': shape('version generated-datetime', { 'iati-organisation': organisationRecord }),
});
