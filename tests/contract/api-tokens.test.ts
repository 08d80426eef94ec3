import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Db } from '#db/db';
import type { ApiScope } from '#domain/api/scopes';
import { type ApiServer, sessionOf, startApiServer } from '#tests/factories/api-server';
import { dialects, openTestDb } from '#tests/factories/databases';
import { buildMember, buildWorkspace } from '#tests/factories/workspaces';

describe.each(dialects)('personal tokens on %s', (dialect) => {
  let db: Db;
  let api: ApiServer;
  beforeEach(async () => {
    db = await openTestDb(dialect);
    api = await startApiServer(db, { apiOrigins: ['https://portal.example'] });
  });
  afterEach(async () => {
    await api.close();
    await db.close();
  });

  const wanted = {
    name: 'Budget sheet',
    scopes: ['plans:read'] as ApiScope[],
    workspaceId: null,
    expiresAt: null,
  };

  it('are shown once, kept as a hash, and told apart by their ending', async () => {
    const { convenor } = await buildWorkspace(db);
    const session = sessionOf(convenor.accountId);
    const { token } = await api.services.api.createToken({ session, ...wanted });
    expect(token).toMatch(/^concord_[\w-]{43}$/);
    const [row] = await db.read.select().from(db.tables.apiTokens);
    const [event] = await db.read
      .select()
      .from(db.tables.events)
      .where(eq(db.tables.events.kind, 'api_token.created'));
    expect(JSON.stringify([row, event])).not.toContain(token.slice(8));
    expect(event).toMatchObject({ accountId: convenor.accountId, workspaceId: null });
    expect(await api.services.api.listTokens(session)).toMatchObject([
      { name: 'Budget sheet', ending: token.slice(-4), state: 'active', lastUsedAt: null },
    ]);
  });

  it('are listed to and revoked by their owner only', async () => {
    const { workspaceId, convenor } = await buildWorkspace(db);
    const other = sessionOf((await buildMember(db, { workspaceId })).accountId);
    const session = sessionOf(convenor.accountId);
    const { tokenId } = await api.services.api.createToken({ session, ...wanted });
    expect(await api.services.api.listTokens(other)).toEqual([]);
    await expect(api.services.api.revokeToken({ session: other, tokenId })).rejects.toMatchObject({
      code: 'not_found',
    });
    await api.services.api.revokeToken({ session, tokenId });
    expect(await api.services.api.listTokens(session)).toMatchObject([{ state: 'revoked' }]);
    await expect(api.services.api.revokeToken({ session, tokenId })).rejects.toMatchObject({
      code: 'not_found',
    });
  });

  it('are refused without a name or a use, in the past, and for a workspace of others', async () => {
    const { convenor } = await buildWorkspace(db);
    const elsewhere = await buildWorkspace(db);
    const session = sessionOf(convenor.accountId);
    for (const [change, code] of [
      [{ name: '  ' }, 'invalid_input'],
      [{ scopes: [] }, 'invalid_input'],
      [{ scopes: ['plans:write' as ApiScope] }, 'invalid_input'],
      [{ expiresAt: '2026-03-01T00:00:00.000Z' }, 'invalid_input'],
      [{ workspaceId: elsewhere.workspaceId }, 'not_found'],
    ] satisfies [object, string][]) {
      const made = api.services.api.createToken({ session, ...wanted, ...change });
      await expect(made).rejects.toMatchObject({ code });
    }
    expect(await api.services.api.listTokens(session)).toEqual([]);
  });

  it('note their last use once a minute', async () => {
    const { convenor } = await buildWorkspace(db);
    const token = await api.tokenOf(convenor.accountId);
    const lastUse = async () => {
      await api.ask('/workspaces', token);
      await api.services.background.settled();
      return (await api.services.api.listTokens(sessionOf(convenor.accountId)))[0]?.lastUsedAt;
    };
    const first = await lastUse();
    expect(first).toBe(api.clock.now().toISOString());
    api.clock.advance(59_000);
    expect(await lastUse()).toBe(first);
    api.clock.advance(2_000);
    expect(await lastUse()).toBe(api.clock.now().toISOString());
  });

  it('are not lent the rights of an administrator, nor found in a cookie or an address', async () => {
    const { slug } = await buildWorkspace(db);
    const { convenor } = await buildWorkspace(db);
    await db.transaction((tx) =>
      tx
        .update(db.tables.accounts)
        .set({ isAdministrator: true })
        .where(eq(db.tables.accounts.id, convenor.accountId))
        .then(() => undefined),
    );
    const token = await api.tokenOf(convenor.accountId);
    expect((await api.ask(`/workspaces/${slug}/members`, token)).status).toBe(404);
    const cookie = { headers: { Cookie: `concord_session=${token}` } };
    expect((await api.ask('/workspaces', undefined, cookie)).status).toBe(401);
    expect((await api.ask(`/workspaces?token=${token}`)).status).toBe(401);
  });

  it('are held to so many requests a minute each, and wrong ones to fewer', async () => {
    const { convenor } = await buildWorkspace(db);
    const token = await api.tokenOf(convenor.accountId);
    const other = await api.tokenOf(convenor.accountId);
    for (let n = 0; n < 600; n += 50) {
      await Promise.all(Array.from({ length: 50 }, () => api.ask('/nothing', token)));
    }
    const refused = await api.ask('/workspaces', token);
    expect([refused.status, refused.body.code]).toEqual([429, 'rate_limited']);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await api.ask('/workspaces', other)).status).toBe(200);
    for (let n = 0; n < 60; n += 1) await api.ask('/workspaces', 'concord_wrong');
    expect((await api.ask('/workspaces', 'concord_wrong')).status).toBe(429);
    expect((await api.ask('/workspaces', other)).status).toBe(200);
  });

  it('open the API to pages of named origins only', async () => {
    const { convenor } = await buildWorkspace(db);
    const token = await api.tokenOf(convenor.accountId);
    const from = (Origin: string) => ({ headers: { Origin } });
    const foreign = await api.ask('/workspaces', token, from('https://elsewhere.example'));
    expect(foreign.headers.get('access-control-allow-origin')).toBeNull();
    const named = await api.ask('/workspaces', token, from('https://portal.example'));
    expect(named.headers.get('access-control-allow-origin')).toBe('https://portal.example');
    expect(named.headers.get('access-control-allow-credentials')).toBeNull();
    const asked = { method: 'OPTIONS', ...from('https://portal.example') };
    expect((await api.ask('/workspaces', undefined, asked)).status).toBe(204);
  });
});
