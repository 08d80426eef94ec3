import { parse } from 'csv-parse/sync';
import { readXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testPassword } from '#tests/factories/accounts';
import { buildActivity, buildFact } from '#tests/factories/activities';
import { makeTestBrowser, type TestBrowser } from '#tests/factories/browser';
import { buildPartner } from '#tests/factories/commitments';
import { type FilledWorkspace, fillWorkspace } from '#tests/factories/filled-workspace';
import { cycleFacts, eventFacts } from '#tests/factories/funding-cycles';
import { startTestServer, type TestServer } from '#tests/factories/server';

describe('lists of the registry over http', () => {
  let server: TestServer;
  let place: FilledWorkspace;
  let browser: TestBrowser;
  beforeAll(async () => {
    server = await startTestServer();
    place = await fillWorkspace(server, 'lists');
    browser = makeTestBrowser(server.url);
    await browser.post('/sign-in', { email: place.people.drafter.email, password: testPassword });
  }, 60_000);
  afterAll(() => server.close());

  const get = (path: string) =>
    fetch(`${server.url}/w/lists${path}`, {
      redirect: 'manual',
      headers: { Cookie: browser.cookies(), 'Accept-Language': 'en' },
    });
  const count = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].length;

  it('the timeline draws a page of cycles at a time, and lists the dates of all', async () => {
    const { actor, institutionId } = place.people.drafter;
    for (let n = 0; n < 44; n++) {
      const own = { actor, workspaceId: place.workspaceId };
      const facts = { ...cycleFacts, name: `Cycle ${n}` };
      const { cycleId } = await server.services.fundingCycles.createCycle({ ...own, institutionId, facts });
      await server.services.fundingCycles.addEvent({ ...own, cycleId, facts: eventFacts });
    }
    const years = 'from=2026&to=2028';
    const rows = /class="timeline-period"/g;
    const first = await (await get(`/timeline?${years}`)).text();
    const second = await (await get(`/timeline?${years}&rows=2`)).text();
    expect([count(first, rows), count(second, rows)]).toEqual([40, 5]);
    expect(first).toContain('rows=2');
    const csv = await (await get(`/timeline.csv?${years}`)).text();
    expect(count(csv, /Cycle \d+/g)).toBe(44);
  });

  it('an import is taken along list by list, in the words of its pages', async () => {
    const at = (list: string) => `/imports/${place.iatiImportId}/export/${list}`;
    const records = await get(at('records'));
    expect(records.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(await records.text()).toMatch(/Record,Identifier,Line,.*\r\n.*,New,/s);
    for (const list of ['problems', 'organisations', 'unkept'])
      expect([list, (await get(at(list))).status]).toEqual([list, 200]);
    expect(await (await get(at('organisations'))).text()).toMatch(/As published,Reference,/);
    for (const list of ['nothing', 'constructor']) expect((await get(at(list))).status).toBe(404);
  });

  it('the rows behind a figure are the same in the workbook as in the CSV', async () => {
    const { actor, institutionId } = place.people.drafter;
    await server.services.commitments.enterActivity({
      actor,
      workspaceId: place.workspaceId,
      partnerId: institutionId,
      activity: buildActivity({ title: '=lists', facts: [buildFact({ kind: 'pledged', amount: '12.50' })] }),
    });
    const workbook = await get('/commitments/facts.xlsx?kind=pledged');
    const { sheets } = await readXlsx(new Uint8Array(await workbook.arrayBuffer()));
    const [header = [], ...rows] = sheets[0]?.rows ?? [];
    const csv = await (await get('/commitments/facts.csv?kind=pledged')).text();
    const [csvHeader, ...csvRows] = parse(csv, { bom: true }) as string[][];
    expect(csvHeader).toEqual(header);
    expect(csvRows.map((cells) => cells.map(Number))).toEqual(rows.map((cells) => cells.map(Number)));
    expect(rows.map((cells) => cells[header.indexOf('USD')]).map(Number)).toEqual([12.5]);
  });

  it('of hundreds of partners one is found by name, and the only one of its name at once', async () => {
    const found = await buildPartner(server.db, place.workspaceId, 'Fonds Élan');
    for (let n = 0; n < 300; n++) await buildPartner(server.db, place.workspaceId, `Fund ${n}`);
    const page = async (query: string) => (await get(`/commitments?${query}`)).text();
    const choices = (text: string) => {
      const select = /<select[^>]*name="partner"[^>]*>(.*?)<\/select>/s.exec(text)?.[1] ?? '';
      return count(select, /<option/g);
    };
    expect(await page('')).toContain('name="partner_q"');
    expect(choices(await page(''))).toBe(0);
    expect(choices(await page('partner_q=fund'))).toBe(51);
    expect(choices(await page('partner_q=nobody'))).toBe(1);
    const only = await get('/commitments?partner_q=elan&kind=pledged');
    expect(only.status).toBe(302);
    const address = only.headers.get('location') ?? '';
    expect(address).toBe(`/w/lists/commitments?kind=pledged&partner=${found}`);
    expect(choices(await page(`partner=${found}`))).toBe(2);
  });
});
