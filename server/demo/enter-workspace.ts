import type { DemoPerson, DemoWorkspace } from '#db/seed/types';
import type { AccountId, WorkspaceId } from '#domain/ids';
import type { Actor } from '#domain/workspaces/actor';
import { type Accounts, type Context, factsOf, type Institutions, password } from './context';
import { enterCommitments } from './enter-commitments';
import { enterCycles } from './enter-cycles';
import { enterDialogues } from './enter-dialogues';
import { enterPartners } from './enter-partners';
import { enterPlan } from './enter-plan';

interface Entering {
  admin: Actor;
  /** Institutions that stand in several workspaces and are known already. */
  shared: Institutions;
  accounts: Accounts;
  workspace: DemoWorkspace;
}

/** Opens a workspace, brings its institutions and people in by invitation, and enters its plan. */
export async function enterWorkspace(context: Context, entering: Entering): Promise<void> {
  const { workspace } = entering;
  const [first, ...others] = workspace.people;
  if (!first) throw new Error(`The demo of ${workspace.slug} names no convenor.`);
  const opened = await open(context, entering, first);
  const { workspaceId, institutions, convenor } = opened;
  for (const person of others) await bringIn(context, { ...opened, accounts: entering.accounts, person });
  const actors = await Promise.all(
    workspace.people.map(({ email }) =>
      context.services.workspaces.actorIn({ ...personOf(entering.accounts, email), workspaceId }),
    ),
  );
  await enterPartners(context, { workspace, workspaceId, institutions, convenor, actors });
  await enterCommitments(context, { workspace, workspaceId, institutions, convenor, actors });
  await enterPlan(context, { workspace, workspaceId, institutions, convenor, actors });
  await enterCycles(context, { workspace, workspaceId, institutions, convenor, actors });
  const { dialogues = [] } = workspace;
  const { slug } = workspace;
  await enterDialogues(context, { dialogues, slug, workspaceId, institutions, convenor, actors });
}

/** The workspace with its convening institution, its first convenor and every other institution. */
async function open(context: Context, { admin, shared, accounts, workspace }: Entering, first: DemoPerson) {
  const { services } = context;
  const { slug, name, country, currency, languages, calendars } = workspace;
  const convening = workspace.institutions.find(({ acronym }) => acronym === first.memberships[0]?.acronym);
  if (!convening) throw new Error(`The convening institution of ${slug} is missing.`);
  const { workspaceId, institutionId, delivery } = await services.workspaces.createWorkspace({
    actor: admin,
    slug,
    name,
    country,
    currency,
    languages,
    calendars,
    institution: { facts: factsOf(convening) },
    convenor: { by: 'invitation', email: null },
  });
  await ensureAccount(context, accounts, first);
  await accept(context, { ...personOf(accounts, first.email), email: first.email }, delivery);
  const convenor = await services.workspaces.actorIn({ ...personOf(accounts, first.email), workspaceId });

  const institutions: Institutions = new Map([[convening.acronym, institutionId]]);
  for (const institution of workspace.institutions) {
    if (institution === convening) continue;
    const known = shared.get(institution.acronym);
    if (known)
      await services.institutions.addToWorkspace({ actor: convenor, workspaceId, institutionId: known });
    const facts = factsOf(institution);
    const id =
      known ??
      (await services.institutions.createInstitution({ actor: convenor, workspaceId, facts })).institutionId;
    institutions.set(institution.acronym, id);
  }
  return { workspaceId, institutions, convenor };
}

async function bringIn(
  context: Context,
  {
    convenor,
    workspaceId,
    institutions,
    accounts,
    person,
  }: {
    convenor: Actor;
    workspaceId: WorkspaceId;
    institutions: Institutions;
    accounts: Accounts;
    person: DemoPerson;
  },
): Promise<void> {
  await ensureAccount(context, accounts, person);
  for (const { acronym, role, canInvite = false } of person.memberships) {
    const institutionId = institutions.get(acronym);
    if (!institutionId) throw new Error(`${acronym} is not among the institutions of the demo.`);
    const invitation = { workspaceId, institutionId, role, canInvite, email: null };
    const { delivery } = await context.services.workspaces.invite({ actor: convenor, ...invitation });
    await accept(context, { ...personOf(accounts, person.email), email: person.email }, delivery);
  }
}

async function ensureAccount({ services }: Context, accounts: Accounts, person: DemoPerson): Promise<void> {
  if (accounts.has(person.email)) return;
  const { email, name, language } = person;
  accounts.set(email, await services.accounts.createAccount({ email, name, password, language }));
}

function personOf(accounts: Accounts, email: string): { accountId: AccountId; isAdministrator: boolean } {
  const accountId = accounts.get(email);
  if (!accountId) throw new Error(`${email} has no account yet.`);
  return { accountId, isAdministrator: false };
}

async function accept(
  { services }: Context,
  { accountId, email }: { accountId: AccountId; email: string },
  delivery: { by: 'link'; url: string } | { by: 'mail' } | null,
): Promise<void> {
  if (delivery?.by !== 'link') throw new Error('The demo invites by link.');
  const token = new URL(delivery.url).pathname.split('/').at(-1) ?? '';
  await services.workspaces.acceptInvitation({ token, address: 'demo', account: { id: accountId, email } });
}
