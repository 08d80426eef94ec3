import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CycleEventId } from '#domain/ids';
import { makeTestClock } from '#tests/factories/clock';
import { type FilledWorkspace, fillWorkspace } from '#tests/factories/filled-workspace';
import { eventFacts } from '#tests/factories/funding-cycles';
import { type ReadEvent, readCalendar } from '#tests/factories/read-calendar';
import { startTestServer, type TestServer } from '#tests/factories/server';

describe('a calendar feed over http', () => {
  let server: TestServer;
  let place: FilledWorkspace;
  const logged: string[] = [];
  const clock = makeTestClock();
  beforeAll(async () => {
    const log = pino({ level: 'debug' }, { write: (line: string) => void logged.push(line) });
    server = await startTestServer({ clock, log });
    place = await fillWorkspace(server, 'feeds');
  });
  afterAll(() => server.close());

  const fetchFeed = (token = place.feedToken, headers: Record<string, string> = {}) =>
    fetch(`${server.url}/calendar/${token}.ics`, { headers: { 'Accept-Language': 'en', ...headers } });
  const readFeed = async () => readCalendar(await (await fetchFeed()).text());
  const find = (events: ReadEvent[], id: string) => {
    const found = events.find(({ properties }) => properties.UID?.startsWith(id));
    if (!found) throw new Error(`${id} is not in the feed`);
    return found;
  };
  const change = (eventId: CycleEventId, sequence: number, facts: Partial<typeof eventFacts>) =>
    server.services.fundingCycles.changeEvent({
      actor: place.people.drafter.actor,
      workspaceId: place.workspaceId,
      cycleId: place.cycleId,
      eventId,
      sequence,
      facts: { ...eventFacts, title: 'feeds window', ...facts },
      reason: 'The letter says so',
    });

  it('is whole days, private, and the same to the letter until something changes', async () => {
    const first = await fetchFeed();
    expect(first.status).toBe(200);
    expect(first.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    expect(first.headers.get('cache-control')).toMatch(/^private/);
    const text = await first.text();
    const { properties, events } = readCalendar(text);
    expect(properties).toMatchObject({ VERSION: '2.0', 'X-WR-CALNAME': 'feeds workspace – All countries' });
    const { properties: closing, alarms } = find(events, place.cycleEventId);
    expect(closing).toMatchObject({
      'DTSTART;VALUE=DATE': '20260531',
      'DTEND;VALUE=DATE': '20260601',
      SEQUENCE: '0',
      STATUS: 'TENTATIVE',
    });
    expect(closing.SUMMARY).toContain('feeds cycle: Window closes – feeds window');
    expect(closing['URL;VALUE=URI']).toContain(`/w/feeds/cycles/${place.cycleId}`);
    expect(alarms).toMatchObject([{ ACTION: 'DISPLAY', TRIGGER: '-P14D' }]);
    // Every year of the budget's step within the years ahead.
    expect(events.filter(({ properties: { UID } }) => UID?.startsWith(place.budgetEventId))).toHaveLength(3);
    clock.advance(3_600_000);
    expect(await (await fetchFeed()).text()).toBe(text);
    const etag = first.headers.get('etag') ?? '';
    const unchanged = await fetchFeed(place.feedToken, { 'If-None-Match': etag });
    expect([unchanged.status, await unchanged.text()]).toEqual([304, '']);
  });

  it('tells of each change under the same name, by a higher sequence, and of cancellations', async () => {
    const before = await readFeed();
    await change(place.cycleEventId, 0, { date: '2026-06-01', precision: 'month', state: 'changed' });
    const changed = await readFeed();
    const { properties } = find(changed.events, place.cycleEventId);
    expect(properties).toMatchObject({
      'DTSTART;VALUE=DATE': '20260601',
      'DTEND;VALUE=DATE': '20260701',
      SEQUENCE: '1',
      STATUS: 'CONFIRMED',
    });
    expect(properties.SUMMARY).toContain('(known to the month: June 2026)');
    await change(place.cycleEventId, 1, { state: 'cancelled' });
    const cancelled = await readFeed();
    expect(find(cancelled.events, place.cycleEventId)).toMatchObject({
      properties: { SEQUENCE: '2', STATUS: 'CANCELLED' },
      alarms: [],
    });
    const names = ({ events }: typeof before) => events.map(({ properties: { UID } }) => UID).sort();
    expect(names(changed)).toEqual(names(before));
    expect(names(cancelled)).toEqual(names(before));
    expect(new Set(names(before)).size).toBe(before.events.length);
  });

  it('is in the language of its holder', async () => {
    const french = readCalendar(await (await fetchFeed(place.feedToken, { 'Accept-Language': 'fr' })).text());
    expect(find(french.events, place.cycleEventId).properties.SUMMARY).toContain('Clôture de la fenêtre');
  });

  it('is not there without its address, and no longer once that is revoked', async () => {
    const asking = { actor: place.people.drafter.actor, workspaceId: place.workspaceId };
    const { calendarFeeds } = server.services;
    const { token } = await calendarFeeds.createFeed({ ...asking, country: 'MG', reminderDays: null });
    const given = await fetchFeed(token);
    expect([given.status, (await given.text()).includes('VALARM')]).toEqual([200, false]);
    const feed = (await calendarFeeds.listFeeds(asking)).find(({ country }) => country === 'MG');
    await calendarFeeds.revokeFeed({ ...asking, id: feed?.id ?? '' });
    for (const wrong of [token, 'guess', feed?.id ?? '']) {
      const response = await fetchFeed(wrong);
      expect(response.status).toBe(404);
      expect(await response.text()).not.toContain('feeds');
    }
  });

  it('leaves its address out of the log', async () => {
    await fetchFeed();
    expect(logged.join('')).toContain('/calendar/…');
    expect(logged.join('')).not.toContain(place.feedToken);
  });
});
