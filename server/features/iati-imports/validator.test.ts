import { expect, it } from 'vitest';
import { checkIati } from '#domain/partners/iati';
import { activityText, chunksOf } from '#tests/factories/iati';
import { makeRecordValidator } from './validator';

const validate = makeRecordValidator();

async function broken(text: string, size?: number) {
  const { listed, state } = await checkIati(chunksOf(text, size), { validate });
  expect(state).toBe('sound');
  return listed.filter(({ code }) => code === 'schema_invalid');
}

const complete = `<description><narrative>Water</narrative></description>
<participating-org role="1"/><activity-status code="2"/><activity-date type="1" iso-date="2024-01-01"/>`;

function fileOf(inner: string): string {
  const text = activityText('A', '').replace('<recipient-country', `${inner}<recipient-country`);
  return `<?xml version="1.0"?>\n<iati-activities\n version="2.03"\n>\n<x:note xmlns:x="urn:x"/>\n${text}\n${text}\n</iati-activities>`;
}

it('a record that keeps to the schema has no problem with it', async () => {
  expect(await broken(fileOf(complete))).toEqual([]);
});

it.each([7, 100_000])(
  'each record says what breaks the schema with its own line, in chunks of %i',
  async (size) => {
    const found = await broken(fileOf(complete.replace('<activity-status code="2"/>', '\n<odd/>')), size);
    expect(found).toMatchObject([
      { grade: 'error', line: 12, path: 'iati-activity[1]' },
      { grade: 'error', line: 22, path: 'iati-activity[2]' },
    ]);
    expect(found[0]?.details.message).toContain("Element 'odd': This element is not expected");
  },
);

it('a record is validated whole, however its content is cut into chunks, kept or not', async () => {
  const unkept = `<result type="1"><title><narrative>${'x'.repeat(3_000)}</narrative></title></result>`;
  const text = activityText('A', '').replace('<recipient-country', `${complete}<recipient-country`);
  const record = text
    .replace('</iati-activity>', `${unkept}</iati-activity>`)
    .replace('>', `\n${' '.repeat(2_000)}>`);
  const file = `<iati-activities version="2.03">${record}${record}</iati-activities>`;
  for (const size of [100, 1_000, 4_099]) {
    const found = await broken(file, size);
    // The schema wants an indicator of a result: each is found to lack it, and nothing else.
    expect(found.map(({ details }) => String(details.message).slice(0, 20))).toEqual([
      "Element 'result': Mi",
      "Element 'result': Mi",
    ]);
  }
});

it('a schema location that a file names is never asked for', async () => {
  const text = fileOf(complete).replace(
    '<iati-activities',
    '<iati-activities xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:noNamespaceSchemaLocation="http://127.0.0.1:9/x.xsd"',
  );
  expect(await broken(text)).toEqual([]);
});

it('says all that breaks the schema, however much it is', async () => {
  const facts = '<transaction><transaction-type code="3"/></transaction>'.repeat(70);
  const text = activityText('A', '').replace('<recipient-country', `${complete}<recipient-country`);
  const record = text.replace('</iati-activity>', `${facts}</iati-activity>`);
  expect(await broken(`<iati-activities version="2.03">${record}</iati-activities>`)).toHaveLength(70);
});
