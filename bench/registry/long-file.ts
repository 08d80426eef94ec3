import { once } from 'node:events';
import { createWriteStream, readFileSync } from 'node:fs';

/** Writes an IATI file that long: of the activities of another file, else of one that is like real ones. */
export async function writeLong(
  to: string,
  { megabytes, from }: { megabytes: number; from?: string | undefined },
): Promise<void> {
  const text = from ? readFileSync(from, 'utf8') : null;
  const given = text?.slice(text.indexOf('<iati-activity '), text.lastIndexOf('</iati-activities>'));
  const out = createWriteStream(to);
  out.write('<iati-activities version="2.03" xmlns:usg="urn:usg">\n');
  for (let written = 0, index = 0; written < megabytes * 2 ** 20; index++) {
    const part = (given ?? ownActivity()).replaceAll('<iati-identifier>', `<iati-identifier>${index}-`);
    written += Buffer.byteLength(part);
    if (!out.write(part)) await once(out, 'drain');
  }
  out.end('</iati-activities>\n');
  await once(out, 'finish');
}

function ownActivity(): string {
  const words = 'The programme extends social health protection to families without formal work. ';
  const period = '<period-start iso-date="2024-01-01"/>\n<period-end iso-date="2024-12-31"/>\n';
  const value = '<value currency="USD" value-date="2024-01-01">1250000.50</value>\n';
  return `<iati-activity default-currency="USD" xml:lang="en">
<iati-identifier>XM-1</iati-identifier>
<reporting-org ref="XM" type="40"><narrative>Bank</narrative></reporting-org>
<title><narrative>Clinics</narrative><narrative xml:lang="fr">Cliniques</narrative></title>
<description><narrative>${words.repeat(8)}</narrative></description>
<recipient-country code="KE" percentage="60"/>\n<recipient-country code="UG" percentage="40"/>
<sector code="12220" percentage="100"/>\n<location><name><narrative>Kisumu</narrative></name></location>
${`<transaction>\n<transaction-type code="3"/>\n<transaction-date iso-date="2024-02-29"/>\n${value}<provider-org ref="XM"><narrative>Bank</narrative></provider-org>\n</transaction>\n`.repeat(8)}
${`<budget type="1">\n${period}${value}</budget>\n`.repeat(6)}
</iati-activity>\n`;
}
