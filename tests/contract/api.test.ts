import { parse } from 'csv-parse/sync';
import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Db } from '#db/db';
import { resources } from '#server/features/api/resources';
import { type ApiServer, sessionOf, startApiServer } from '#tests/factories/api-server';
import { dialects, openTestDb } from '#tests/factories/databases';
import { fillForApi } from '#tests/factories/filled-for-api';
import { buildRates } from '#tests/factories/rates';
import { buildInstitution, buildMember, buildWorkspace } from '#tests/factories/workspaces';

const inWorkspace = resources.filter(({ isInWorkspace }) => isInWorkspace).map(({ name }) => name);

describe.each(dialects)('the API on %s', (dialect) => {
  let db: Db;
  let api: ApiServer;
  beforeEach(async () => {
    db = await openTestDb(dialect);
    api = await startApiServer(db);
  });
  afterEach(async () => {
    await api.close();
    await db.close();
  });

  const fill = (word: string) => fillForApi({ db, api, word });

  it('gives every list of a filled workspace to its convenor', async () => {
    const { slug, token, actionId } = await fill('here');
    await buildRates(db, 'EUR 2025 0.92');
    for (const name of inWorkspace) {
      const { status, body } = await api.ask(`/workspaces/${slug}/${name}`, token);
      expect([name, status]).toEqual([name, 200]);
      expect([name, body.data.length]).not.toEqual([name, 0]);
      expect(body.next).toBeNull();
    }
    expect((await api.ask('/workspaces', token)).body.data).toMatchObject([{ slug, role: 'convenor' }]);
    expect((await api.ask('/exchange-rates', token)).body.data).toMatchObject([{ perUsd: '0.92' }]);
    const [action] = (await api.ask(`/workspaces/${slug}/plan-actions?id=${actionId}`, token)).body.data;
    expect(action).toMatchObject({
      title: 'here action',
      costs: [{ amount: '12.50', currency: 'MGA' }],
      funding: [{ certainty: 'secured' }],
      indicators: [{ target: '25 %' }],
      statusReports: [{ status: 'in_progress', evidence: 'here' }],
    });
  });

  it('gives nothing of another workspace, by whatever way it is asked', async () => {
    const here = await fill('here');
    const there = await fill('there');
    for (const name of inWorkspace) {
      const foreign = await api.ask(`/workspaces/${there.slug}/${name}`, here.token);
      expect([name, foreign.status, foreign.body.code]).toEqual([name, 404, 'not_found']);
      const own = await api.ask(`/workspaces/${here.slug}/${name}`, here.token);
      expect(own.text).not.toContain('there');
      expect((await api.ask(`/workspaces/${there.workspaceId}/${name}.csv`, here.token)).status).toBe(404);
    }
    const named = [
      `plans/${there.planId}`,
      `activities/${there.activityId}`,
      `financial-facts/${there.factId}`,
      `funding-cycles/${there.cycleId}`,
      `members/${there.convenor.membershipId}`,
      `partners/${there.convenor.institutionId}`,
    ];
    for (const path of named) {
      expect((await api.ask(`/workspaces/${here.slug}/${path}`, here.token)).status).toBe(404);
      expect((await api.ask(`/workspaces/${there.slug}/${path}`, there.token)).status).toBe(200);
    }
    expect((await api.ask(`/workspaces/${there.slug}`, here.token)).status).toBe(404);
    const filtered = `/workspaces/${here.slug}/plan-actions?planId=${there.planId}`;
    expect((await api.ask(filtered, here.token)).body.data).toEqual([]);
  });

  it('knows a token for no longer than it is worth something, and a member for as long as they are one', async () => {
    const { slug, workspaceId, convenor } = await fill('here');
    const member = await buildMember(db, { workspaceId });
    const path = `/workspaces/${slug}/plans`;
    expect((await api.ask(path)).body).toMatchObject({ code: 'token_missing', status: 401 });
    const unknown = await api.ask(path, 'concord_unknown');
    expect(unknown.body.code).toBe('token_invalid');
    expect(unknown.headers.get('www-authenticate')).toContain('invalid_token');
    expect(unknown.headers.get('content-type')).toContain('application/problem+json');

    const short = await api.tokenOf(member.accountId, { expiresAt: '2026-03-02T09:00:00.000Z' });
    expect((await api.ask(path, short)).status).toBe(200);
    api.clock.advance(3_600_000);
    expect((await api.ask(path, short)).status).toBe(401);

    const token = await api.tokenOf(member.accountId);
    const [listed] = await api.services.api.listTokens(sessionOf(member.accountId));
    await api.services.api.revokeToken({
      session: sessionOf(member.accountId),
      tokenId: listed?.id ?? '',
    });
    expect((await api.ask(path, token)).status).toBe(401);

    const last = await api.tokenOf(member.accountId);
    await api.services.workspaces.endMembership({
      actor: convenor.actor,
      workspaceId,
      membershipId: member.membershipId,
    });
    expect((await api.ask(path, last)).status).toBe(404);
    expect((await api.ask('/workspaces', last)).body.data).toEqual([]);
  });

  it('holds a token to its scopes and to its workspace', async () => {
    const { slug, convenor } = await fill('here');
    const other = await buildWorkspace(db, { slug: 'other' });
    await buildMember(db, { workspaceId: other.workspaceId, accountId: convenor.accountId });
    for (const resource of resources) {
      const scopes = (['workspace:read', 'plans:read', 'registry:read', 'activity:read'] as const).filter(
        (scope) => scope !== resource.scope,
      );
      const token = await api.tokenOf(convenor.accountId, { scopes });
      const at = resource.isInWorkspace ? `/workspaces/${slug}/${resource.name}` : `/${resource.name}`;
      const { status, body } = await api.ask(at, token);
      expect([resource.name, status, body.code]).toEqual([resource.name, 403, 'insufficient_scope']);
    }
    const bound = await api.tokenOf(convenor.accountId, { workspaceId: other.workspaceId });
    expect((await api.ask('/workspaces', bound)).body.data).toMatchObject([{ slug: 'other' }]);
    expect((await api.ask(`/workspaces/${slug}/plans`, bound)).status).toBe(404);
    expect((await api.ask('/workspaces/other/plans', bound)).status).toBe(200);
  });

  it('shows an observer what an observer sees: no addresses but colleagues’, no one who has not agreed', async () => {
    const { slug, workspaceId, token } = await fill('here');
    const observer = await buildMember(db, { workspaceId, role: 'observer' });
    const colleague = await buildMember(db, { workspaceId, institutionId: observer.institutionId });
    const own = await api.tokenOf(observer.accountId);
    const members = (await api.ask(`/workspaces/${slug}/members`, own)).body.data;
    const shown = members.filter(({ email }: { email: string | null }) => email !== null);
    expect(shown.map(({ id }: { id: string }) => id).sort()).toEqual(
      [observer.membershipId, colleague.membershipId].sort(),
    );
    const seenByConvenor = (await api.ask(`/workspaces/${slug}/members`, token)).body.data;
    expect(seenByConvenor.every(({ email }: { email: string | null }) => email !== null)).toBe(true);
    const persons = await api.ask(`/workspaces/${slug}/focal-persons`, token);
    expect(persons.body.data).toMatchObject([{ name: 'here open person' }]);
    expect(persons.text).not.toContain('hidden');
  });

  it('leaves out what was removed', async () => {
    const { slug, token, activityId } = await fill('here');
    const removedAt = '2026-02-01T00:00:00.000Z';
    await db.transaction(async (tx) => {
      for (const table of [
        db.tables.mandates,
        db.tables.focalPersons,
        db.tables.partnerDocuments,
        db.tables.fundingCycles,
        db.tables.envelopes,
        db.tables.budgetEvents,
      ]) {
        await tx.update(table).set({ removedAt });
      }
      await tx.update(db.tables.activities).set({ removedAt }).where(eq(db.tables.activities.id, activityId));
    });
    for (const name of [
      'mandates',
      'focal-persons',
      'partner-documents',
      'funding-cycles',
      'cycle-events',
      'envelopes',
      'budget-events',
      'activities',
      'financial-facts',
    ]) {
      expect([name, (await api.ask(`/workspaces/${slug}/${name}`, token)).body.data]).toEqual([name, []]);
    }
  });

  it.each(['asc', 'desc'])(
    'pages %s through a list without losing or doubling a row while rows are added',
    async (order) => {
      const { slug, workspaceId, token } = await fill('here');
      for (let n = 0; n < 12; n += 1) await buildInstitution(db, { workspaceId, name: `I ${n}` });
      const before = await db.read.select().from(db.tables.workspaceInstitutions);
      const seen: string[] = [];
      let next: string | null = `/workspaces/${slug}/institutions?limit=5&order=${order}`;
      while (next !== null) {
        const { body, headers } = await api.ask(next, token);
        seen.push(...body.data.map(({ id }: { id: string }) => id));
        expect(headers.get('link')).toContain('rel="service-desc"');
        expect(headers.get('link')?.includes('rel="next"')).toBe(body.next !== null);
        next = seen.length > 40 ? null : body.next;
        if (seen.length <= 10) await buildInstitution(db, { workspaceId, name: 'late' });
      }
      expect(new Set(seen).size).toBe(seen.length);
      for (const { institutionId } of before) expect(seen).toContain(institutionId);
    },
  );

  it('pages through lists whose rows have several keys', async () => {
    const { slug, token } = await fill('here');
    await buildRates(db, ...[2020, 2021, 2022, 2023, 2024].map((year) => `EUR ${year} 0.92`));
    for (const path of ['/exchange-rates?order=desc', `/workspaces/${slug}/totals?order=asc`]) {
      const whole = (await api.ask(`${path}&limit=200`, token)).body.data;
      expect(whole.length).toBeGreaterThan(4);
      const seen: unknown[] = [];
      let next: string | null = `${path}&limit=2`;
      while (next !== null && seen.length <= whole.length) {
        const { body } = await api.ask(next, token);
        seen.push(...body.data);
        next = body.next;
      }
      expect(seen).toEqual(whole);
    }
  });

  it('gives as CSV exactly what it gives as JSON', async () => {
    const { slug, token } = await fill('here');
    for (const name of inWorkspace) {
      const { body } = await api.ask(`/workspaces/${slug}/${name}`, token);
      const file = await api.ask(`/workspaces/${slug}/${name}.csv`, token);
      expect(file.headers.get('content-type')).toContain('text/csv');
      const negotiated = await api.ask(`/workspaces/${slug}/${name}`, token, {
        headers: { Accept: 'text/csv' },
      });
      expect(negotiated.text).toBe(file.text);
      const rows = parse(file.text, { bom: true, columns: true }) as Record<string, string>[];
      expect([name, rows]).toEqual([name, body.data.map(asCells)]);
    }
    const facts = await api.ask(`/workspaces/${slug}/financial-facts.csv`, token);
    expect(facts.text).toContain("'=here");
    expect(facts.text).toContain(',-1250.25,');
  });

  it('narrows by filters, and tells everything that is wrong with them at once', async () => {
    const { slug, token } = await fill('here');
    const facts = `/workspaces/${slug}/financial-facts`;
    for (const [query, count] of [
      ['kind=committed,pledged', 1],
      ['kind=pledged', 0],
      ['from=2026-02-01&until=2026-02-01', 1],
      ['from=2026-02-02', 0],
      ['isCounted=false', 0],
    ] as const) {
      expect([query, (await api.ask(`${facts}?${query}`, token)).body.data.length]).toEqual([query, count]);
    }
    const { status, body } = await api.ask(
      `${facts}?kind=gift&limit=500&from=soon&nonsense=1&isCounted=perhaps&access_token=x`,
      token,
    );
    expect(status).toBe(400);
    expect(body).toMatchObject({ code: 'invalid_parameters', type: '/api#problem-invalid_parameters' });
    expect(
      body.errors.map(({ parameter, code }: Record<string, string>) => `${parameter} ${code}`).sort(),
    ).toEqual([
      'access_token unknown',
      'from invalid',
      'isCounted invalid',
      'kind invalid',
      'limit invalid',
      'nonsense unknown',
    ]);
    expect((await api.ask(`${facts}.csv?limit=5`, token)).body.errors).toMatchObject([
      { parameter: 'limit', code: 'unknown' },
    ]);
  });

  it('gives a currency as it was published, and finds by it, though it is none of ISO’s', async () => {
    const { slug, token, factId } = await fill('here');
    await db.transaction(async (tx) => {
      const { financialFacts: facts } = db.tables;
      await tx.update(facts).set({ currency: 'US dollars' }).where(eq(facts.id, factId));
    });
    const { body } = await api.ask(`/workspaces/${slug}/financial-facts?currency=US%20dollars`, token);
    expect(body.data).toMatchObject([{ id: factId, currency: 'US dollars' }]);
    const resource = resources.find(({ name }) => name === 'financial-facts');
    expect(resource?.row.safeParse(body.data[0])).toMatchObject({ success: true });
  });

  it('takes a cursor back for the list that it came from only', async () => {
    const { slug, token } = await fill('here');
    const { body } = await api.ask(`/workspaces/${slug}/totals?limit=1`, token);
    const cursor = new URL(body.next).searchParams.get('cursor');
    for (const [path, code] of [
      [`/workspaces/${slug}/totals?limit=1&kind=committed&cursor=${cursor}`, 'mismatch'],
      [`/workspaces/${slug}/plans?cursor=${cursor}`, 'invalid'],
      [`/workspaces/${slug}/totals?cursor=abc`, 'invalid'],
    ] as const) {
      const answer = await api.ask(path, token);
      expect([path, answer.status, answer.body.errors[0].code]).toEqual([path, 400, code]);
    }
  });

  it('says 304 for what has not changed, and reads only', async () => {
    const { slug, token, convenor, workspaceId } = await fill('here');
    const path = `/workspaces/${slug}/plans`;
    const first = await api.ask(path, token);
    const headers = { 'If-None-Match': first.headers.get('etag') ?? '' };
    const again = await api.ask(path, token, { headers });
    expect([again.status, again.text]).toEqual([304, '']);
    await api.services.plans.createPlan({
      actor: convenor.actor,
      workspaceId,
      title: 'Another',
      template: 'blank',
      language: 'fr',
      startYear: 2026,
      endYear: 2027,
    });
    expect((await api.ask(path, token, { headers })).status).toBe(200);
    for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS']) {
      const refused = await api.ask(path, token, { method });
      expect([method, refused.status, refused.body.code]).toEqual([method, 405, 'method_not_allowed']);
    }
    const head = await api.ask(`${path}.csv`, token, { method: 'HEAD' });
    expect([head.status, head.text]).toEqual([200, '']);
    const picky = await api.ask(path, token, { headers: { Accept: 'application/xml' } });
    expect([picky.status, picky.body.code]).toEqual([406, 'not_acceptable']);
  });
});

/** A row of JSON as the cells of its line. */
function asCells(row: Record<string, unknown>): Record<string, string> {
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [name, cellOf(value)]));
}

function cellOf(value: unknown): string {
  if (value === null) return '';
  if (typeof value === 'object') return JSON.stringify(value);
  return typeof value === 'string' && value.startsWith('=') ? `'${value}` : String(value);
}
