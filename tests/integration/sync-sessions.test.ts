import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WebsocketProvider } from 'y-websocket';
import { Doc } from 'yjs';
import type { Db } from '#db/db';
import type { AccountId, DocumentId, PlanId, WorkspaceId } from '#domain/ids';
import type { Role } from '#domain/workspaces/roles';
import { listenToUpgrades } from '#server/http/upgrades';
import { makeServices, type Services } from '#server/services';
import { socketAs } from '#tests/factories/client-sockets';
import { dialects, openTestDb } from '#tests/factories/databases';
import { makeTestFoundation } from '#tests/factories/foundation';
import { until } from '#tests/factories/sync';
import { type BuiltMember, buildInstitution, buildMember, buildWorkspace } from '#tests/factories/workspaces';

describe.each(dialects)('sockets of people with sessions, on %s', (dialect) => {
  let db: Db;
  let services: Services;
  let origin: string;
  let workspaceId: WorkspaceId;
  let convenor: BuiltMember;
  let planId: PlanId;
  let documentId: DocumentId;
  let closeAll: () => Promise<void>;
  const providers: WebsocketProvider[] = [];

  beforeEach(async () => {
    db = await openTestDb(dialect);
    const foundation = makeTestFoundation(db);
    services = makeServices(foundation);
    ({ workspaceId, convenor } = await buildWorkspace(db));
    ({ planId, documentId } = await services.plans.createPlan({
      actor: convenor.actor,
      workspaceId,
      title: 'UHC roadmap',
      language: 'en',
      template: 'blank',
      startYear: 2026,
      endYear: 2030,
    }));
    const httpServer = createServer();
    listenToUpgrades(httpServer, { config: foundation.config, onSync: services.documents.upgrade });
    await new Promise<void>((resolve) => httpServer.listen(0, '127.0.0.1', resolve));
    origin = `http://127.0.0.1:${(httpServer.address() as AddressInfo).port}`;
    closeAll = async () => {
      for (const provider of providers.splice(0)) provider.destroy();
      await services.documents.stop();
      httpServer.close();
      await db.close();
    };
  });
  afterEach(() => closeAll());

  async function signIn(accountId: AccountId): Promise<string> {
    const [cookie] = (await services.accounts.open(accountId, 'test')).split(';');
    return cookie as string;
  }

  /** A stock client, and the codes with which it was closed. */
  async function connect(cookie: string, params: Record<string, string> = {}) {
    const provider = new WebsocketProvider(`${origin.replace('http', 'ws')}/sync`, documentId, new Doc(), {
      WebSocketPolyfill: socketAs(cookie, origin),
      ...{ disableBc: true, maxBackoffTime: 50, params },
    });
    providers.push(provider);
    const codes: number[] = [];
    provider.on('connection-close', (event) => codes.push(event?.code ?? 0));
    return { provider, codes };
  }

  async function connectMember(role: Role) {
    const member = await buildMember(db, { workspaceId, role });
    const connected = await connect(await signIn(member.accountId));
    await until(() => expect(connected.provider.synced).toBe(true));
    return { member, ...connected };
  }

  async function write(provider: WebsocketProvider, key: string): Promise<void> {
    provider.doc.getMap('meta').set(key, 1);
  }

  /** What stands in the document after everything that is under way. */
  async function keysAfter(last: string): Promise<string[]> {
    const { provider } = await connectMember('drafter');
    await write(provider, last);
    let keys: string[] = [];
    await until(async () => {
      keys = [...(await services.documents.read(documentId)).doc.getMap('meta').keys()];
      expect(keys).toContain(last);
    });
    return keys;
  }

  it("another workspace's member gets nothing", async () => {
    const elsewhere = await buildWorkspace(db);
    const { provider, codes } = await connect(await signIn(elsewhere.convenor.accountId));
    await until(() => expect(codes.length).toBeGreaterThan(1));
    expect(codes.every((code) => code === 1006)).toBe(true);
    expect(provider.synced).toBe(false);
  });

  it('a page that holds one person’s edits does not get in as another who signed in on the same computer', async () => {
    const ana = await buildMember(db, { workspaceId, role: 'drafter' });
    const bea = await buildMember(db, { workspaceId, role: 'drafter' });
    const cookie = await signIn(bea.accountId);
    const theirs = await connect(cookie, { account: ana.accountId });
    await until(() => expect(theirs.codes).toEqual([4401]));
    const own = await connect(cookie, { account: bea.accountId });
    await until(() => expect(own.provider.synced).toBe(true));
  });

  it('someone without a session is told to stop', async () => {
    const { codes } = await connect('concord_session=made-up');
    await until(() => expect(codes).toEqual([4401]));
  });

  it.each(['contributor', 'observer'] as const)('a %s reads and cannot write', async (role) => {
    const { provider } = await connectMember(role);
    await write(provider, 'refused');
    expect(await keysAfter('after')).not.toContain('refused');
  });

  it('a member who is removed is cut off within a second, and writes nothing more', async () => {
    const { member, provider, codes } = await connectMember('drafter');
    const startedAt = performance.now();
    const { membershipId } = member;
    await services.workspaces.endMembership({ actor: convenor.actor, workspaceId, membershipId });
    await write(provider, 'after removal');
    await until(() => expect(codes).toEqual([4403]));
    expect(performance.now() - startedAt).toBeLessThan(1_000);
    expect(await keysAfter('last')).not.toContain('after removal');
  });

  it('a drafter who becomes an observer writes nothing more', async () => {
    const { member, provider } = await connectMember('drafter');
    await write(provider, 'before');
    await until(() => expect(services.documents.stats().updates).toBe(1));
    const { membershipId } = member;
    const change = { actor: convenor.actor, workspaceId, membershipId, canInvite: false };
    await services.workspaces.changeMembership({ ...change, role: 'observer' });
    await write(provider, 'after');
    const keys = await keysAfter('last');
    expect(keys).toContain('before');
    expect(keys).not.toContain('after');
  });

  it('who signs out, here or everywhere, is cut off and stops trying', async () => {
    const member = await buildMember(db, { workspaceId });
    const [here, there] = [await signIn(member.accountId), await signIn(member.accountId)];
    const [first, second] = [await connect(here), await connect(there)];
    await until(() => expect([first.provider.synced, second.provider.synced]).toEqual([true, true]));
    const session = await services.accounts.sessionOf(here);
    if (!session) throw new Error('no session');
    await services.accounts.endSession({ session, idHash: session.idHash });
    await until(() => expect(first.codes).toEqual([4401]));
    expect(second.provider.wsconnected).toBe(true);
    await services.accounts.signOutEverywhere(session);
    await until(() => expect(second.codes).toEqual([4401]));
    expect(second.provider.shouldConnect).toBe(false);
  });

  it('presence and authorship follow the institution that the person acts for', async () => {
    const { member, provider } = await connectMember('drafter');
    const watcher = await connectMember('observer');
    const finance = await buildInstitution(db, { workspaceId, acronym: 'MOF' });
    const other = await buildMember(db, { workspaceId, accountId: member.accountId, institutionId: finance });
    const { membershipId } = other;
    await services.workspaces.actFor({ actor: member.actor, workspaceId, membershipId });
    await until(() => {
      const shown = watcher.provider.awareness.getStates().get(provider.doc.clientID);
      expect(shown?.user).toMatchObject({ acronym: 'MOF', accountId: member.accountId });
    });
    await write(provider, 'for finance');
    await until(() => expect(services.documents.stats().updates).toBe(1));
    const rows = await db.read.select().from(db.tables.documentUpdates);
    expect(rows.map(({ institutionId }) => institutionId)).toContain(finance);
  });

  it('nobody writes into an archived plan, and again once it is restored', async () => {
    const { provider } = await connectMember('drafter');
    await services.plans.archivePlan({ actor: convenor.actor, planId });
    await write(provider, 'archived');
    await services.plans.restorePlan({ actor: convenor.actor, planId });
    await until(async () => {
      const { doc } = await services.documents.read(documentId);
      // Restored, the writer is asked for all that it has: what it typed meanwhile is not lost.
      expect([...doc.getMap('meta').keys()]).toContain('archived');
    });
  });
});
