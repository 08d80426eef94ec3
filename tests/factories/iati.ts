/** A file of this text, in chunks so small that every token is cut somewhere. For tests. */
export async function* chunksOf(text: string | Uint8Array, size = 7): AsyncGenerator<Uint8Array> {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  for (let start = 0; start < bytes.length; start += size) yield bytes.subarray(start, start + size);
}

/** An activity file; `inner` stands in its only activity beside what every activity needs. */
export function activityFile(inner: string, { version = '2.03', currency = 'USD' } = {}): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<iati-activities version="${version}">
${activityText('XM-1', inner, currency)}
</iati-activities>`;
}

export function activityText(identifier: string, inner: string, currency = 'USD'): string {
  return `<iati-activity default-currency="${currency}" xml:lang="en">
<iati-identifier> ${identifier} </iati-identifier>
<reporting-org ref="XM" type="40"><narrative>Bank</narrative></reporting-org>
<title><narrative>Clinics</narrative><narrative xml:lang="fr">Cliniques</narrative></title>
<recipient-country code="KE"/>
<sector code="12220"/>
${inner}
</iati-activity>`;
}

export function transactionText({
  type = '3',
  value = '<value>1</value>',
  date = '2024-02-29',
} = {}): string {
  return `<transaction><transaction-type code="${type}"/><transaction-date iso-date="${date}"/>${value}</transaction>`;
}

/** An activity with all that the schema asks for. */
export function completeActivity(
  identifier: string,
  {
    title = 'Clinics',
    status = '2',
    facts = transactionText({ value: '<value value-date="2024-02-29">1</value>' }),
  } = {},
): string {
  return `<iati-activity default-currency="USD" xml:lang="en">
<iati-identifier>${identifier}</iati-identifier>
<reporting-org ref="XM-TEST-1" type="40"><narrative>Test Bank</narrative></reporting-org>
<title><narrative>${title}</narrative></title>
<description><narrative>Clinics in the districts</narrative></description>
<participating-org ref="XM-TEST-1" role="1" type="40"><narrative>Test Bank</narrative></participating-org>
<activity-status code="${status}"/>
<activity-date type="2" iso-date="2024-01-01"/>
<recipient-country code="MG" percentage="100"/>
<sector vocabulary="1" code="12220" percentage="100"/>
${facts}
</iati-activity>`;
}

export function activitiesFile(activities: readonly string[], version = '2.03'): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<iati-activities version="${version}">\n${activities.join('\n')}\n</iati-activities>\n`;
}

/** The file of an organisation with its envelopes for countries. */
export function organisationFile(amounts: readonly string[], identifier = 'XM-TEST-1'): string {
  const budgets = amounts.map(
    (amount, index) => `<recipient-country-budget status="2"><recipient-country code="MG"/>
<period-start iso-date="${2024 + index}-01-01"/><period-end iso-date="${2024 + index}-12-31"/>
<value currency="USD" value-date="2024-01-01">${amount}</value>
<budget-line ref="1"><value currency="USD" value-date="2024-01-01">1</value><narrative xml:lang="fr">Ligne</narrative></budget-line>
</recipient-country-budget>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<iati-organisations version="2.03"><iati-organisation default-currency="USD" xml:lang="en">
<organisation-identifier>${identifier}</organisation-identifier>
<name><narrative>Test Bank</narrative><narrative xml:lang="fr">Banque d’essai</narrative></name>
<reporting-org ref="XM-TEST-1" type="40"><narrative>Test Bank</narrative></reporting-org>
${budgets.join('\n')}
</iati-organisation></iati-organisations>`;
}
