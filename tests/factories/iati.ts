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
