import { createReadStream } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { activityRecordOf } from '#domain/commitments/from-iati';
import { iatiActivityOf } from '#domain/commitments/to-iati';
import { canonical } from '#domain/iati-imports/canonical';
import { envelopesOf, organisationOf } from '#domain/iati-imports/envelopes';
import { type IatiEvent, readIati, writeActivityXml, writeOrganisationXml } from '#domain/partners/iati';
import { makeRecordValidator } from '#server/features/iati-imports/validator';
import { chunksOf } from '#tests/factories/iati';

const folder = '../shared/data/iati';
const validate = makeRecordValidator();
const reporting = { ref: 'X', type: '10', names: [{ language: null, text: 'X' }], activityId: null };
const defaults = { identifier: 'X-1', reporting, date: '2026-01-01' };

async function read(chunks: AsyncIterable<Uint8Array>, options = {}): Promise<IatiEvent[]> {
  const events: IatiEvent[] = [];
  for await (const event of readIati(chunks, undefined, options)) events.push(event);
  return events;
}

function contentOf(events: IatiEvent[]): string[] {
  return events.flatMap((event) => {
    if (event.kind === 'activity') return [canonical(event.activity)];
    return event.kind === 'organisation' ? [canonical(event.organisation)] : [];
  });
}

/** As it is kept, and then written. */
function written(event: IatiEvent) {
  if (event.kind === 'activity')
    return [writeActivityXml(iatiActivityOf(activityRecordOf(event.activity)), defaults)];
  if (event.kind !== 'organisation') return [];
  const { budgets: _budgets, ...record } = event.organisation;
  return [writeOrganisationXml(organisationOf(record, envelopesOf(event.organisation)), defaults)];
}

describe('import, export, import (with ../shared)', () => {
  it.each([
    ['publishers/acfspain-ke.xml'],
    ['publishers/usaid-bb.xml'],
    ['publishers/usaid-km.xml'],
    ['publishers/who-bra.xml'],
    ['publishers/worldbank-sv.xml'],
    ['publishers/wri-521257057-strategic-plan-2023-2027.xml'],
    ['examples-official/activity-standard-example-annotated-2.03.xml'],
    ['examples-official/organisation-standard-example-annotated-2.03.xml'],
    ['organisation/ares-org.xml'],
    ['organisation/wri-org.xml'],
    ['organisation/asian-dev-bank-org.xml'],
  ])('%s keeps all that the model holds, and what is written keeps to the schema', async (file) => {
    const first = await read(createReadStream(`${folder}/${file}`));
    const records = first.flatMap(written);
    const root = first.some(({ kind }) => kind === 'activity') ? 'iati-activities' : 'iati-organisations';
    const text = `<${root} version="2.03">${records.map(({ xml }) => xml).join('\n')}</${root}>`;
    const second = await read(chunksOf(text, 64 * 1024), { validate });
    const problems = second.flatMap((event) => ('problems' in event ? event.problems : []));
    expect(problems.filter(({ code }) => code === 'schema_invalid')).toEqual([]);
    expect(contentOf(first).length).toBeGreaterThan(0);
    expect(contentOf(second)).toEqual(contentOf(first));
    expect(records.every(({ leftOut }) => leftOut === 0)).toBe(true);
  });
});
