import type { ActionId, InstitutionId, PlanId } from '#domain/ids';
import { addAction } from '#domain/plans';
import type { Role } from '#domain/workspaces/roles';
import { buildAccount, testPassword } from './accounts';
import { makeTestBrowser, type TestBrowser } from './browser';
import { startTestServer, type TestServer } from './server';
import { type BuiltMember, buildInstitution, buildMember, buildWorkspace } from './workspaces';

/** Who asks, from the least to the most that a workspace lets one do; then two whom it lets do nothing. */
export const personas = [
  'signedOut',
  'observer',
  'contributor',
  'drafter',
  'convenor',
  'stranger',
  'administrator',
] as const;
export type Persona = (typeof personas)[number];

export type InhabitedServer = Awaited<ReturnType<typeof startInhabitedServer>>;

/** A server with a workspace in which every role is filled, another one, and something of each kind in both. */
export async function startInhabitedServer() {
  const server = await startTestServer();
  const here = await fillWorkspace(server, 'secret-here');
  const elsewhere = await fillWorkspace(server, 'secret-elsewhere');
  const administrator = await buildAccount(server.db, { isAdministrator: true });
  const emails: Record<Exclude<Persona, 'signedOut'>, string> = {
    observer: here.people.observer.email,
    contributor: here.people.contributor.email,
    drafter: here.people.drafter.email,
    convenor: here.people.convenor.email,
    stranger: elsewhere.people.convenor.email,
    administrator: administrator.email,
  };
  const browsers = Object.fromEntries(
    await Promise.all(
      personas.map(async (persona) => [
        persona,
        await signIn(server.url, persona === 'signedOut' ? null : emails[persona]),
      ]),
    ),
  ) as Record<Persona, TestBrowser>;
  return { server, here, elsewhere, browsers };
}

export type FilledWorkspace = Awaited<ReturnType<typeof fillWorkspace>>;

async function signIn(url: string, email: string | null): Promise<TestBrowser> {
  const browser = makeTestBrowser(url);
  if (email) await browser.post('/sign-in', { email, password: testPassword });
  return browser;
}

/** A workspace whose slug, name and contents all begin with the same word, so that a leak shows. */
async function fillWorkspace({ db, services }: TestServer, slug: string) {
  const { workspaceId, convenor: first } = await buildWorkspace(db, { slug, name: `${slug} workspace` });
  const { actor } = first;
  const join = (role: Role) => joinWith(db, { workspaceId, role });
  const people = {
    observer: await join('observer'),
    contributor: await join('contributor'),
    drafter: await join('drafter'),
    convenor: await join('convenor'),
    spare: await join('observer'),
  };
  const institutionId = await buildInstitution(db, { workspaceId, name: `${slug} institution` });
  const plan = {
    title: `${slug} plan`,
    template: 'blank',
    language: 'fr',
    startYear: 2026,
    endYear: 2030,
  } as const;
  const { planId, documentId } = await services.plans.createPlan({ actor, workspaceId, ...plan });
  const { planId: secondPlanId } = await services.plans.createPlan({ actor, workspaceId, ...plan });
  const actionId = 'led' as ActionId;
  await services.documents.change(documentId, authorOf(first), (doc) =>
    addAction(doc, {
      id: actionId,
      title: `${slug} action`,
      lead: { institutionId: people.contributor.institutionId, text: '' },
    }),
  );
  const startImport = (into: PlanId) =>
    services.planImports.startImport({
      actor,
      workspaceId,
      planId: into,
      upload: { kind: 'paste', text: `Activités\tResponsable\n${slug} row\tOMS` },
    });
  const invite = (email: string | null) =>
    services.workspaces.invite({
      actor,
      workspaceId,
      institutionId: first.institutionId,
      role: 'observer',
      canInvite: false,
      email,
    });
  const { delivery } = await invite(null);
  return {
    slug,
    workspaceId,
    people,
    institutionId: institutionId as InstitutionId,
    planId,
    secondPlanId,
    actionId,
    importId: await startImport(planId),
    invitationId: (await invite(null)).invitationId,
    invitationToken: delivery.by === 'link' ? (new URL(delivery.url).pathname.split('/').at(-1) ?? '') : '',
  };
}

async function joinWith(
  db: TestServer['db'],
  { workspaceId, role }: { workspaceId: BuiltMember['actor']['membership']['workspaceId']; role: Role },
): Promise<BuiltMember & { email: string }> {
  const { id: accountId, email } = await buildAccount(db);
  return { ...(await buildMember(db, { workspaceId, role, accountId })), email };
}

function authorOf({ accountId, institutionId }: BuiltMember) {
  return { accountId, institutionId };
}
