import { count } from 'drizzle-orm';
import { burundi } from '#db/seed/burundi';
import { madagascar } from '#db/seed/madagascar';
import { partners } from '#db/seed/partners';
import type { DemoInstitution } from '#db/seed/types';
import type { InstitutionId } from '#domain/ids';
import type { Actor } from '#domain/workspaces/actor';
import type { DemoSignIn } from '../features/accounts';
import { type Accounts, type Context, factsOf, type Institutions, password } from './context';
import { enterRates } from './enter-commitments';
import { enterWorkspace } from './enter-workspace';

const administrator = { email: 'admin@concord.example', name: 'Administrator of this instance' };

/**
 * Enters the demo into an empty database, through the commands that people use. A database that holds anything is
 * left as it is. Gives the sign-ins to announce, also on later starts.
 */
export async function seedDemo(context: Context): Promise<DemoSignIn[]> {
  const { db, services } = context;
  const [known] = await db.read.select({ accounts: count() }).from(db.tables.accounts);
  if (known && known.accounts > 0) return services.accounts.demoSignIns();

  const admin = await enterAdministrator(context);
  const shared: Institutions = new Map();
  for (const partner of partners)
    shared.set(partner.acronym, await enterInstitution(context, admin, partner));
  await enterRates(context, admin);
  const accounts: Accounts = new Map();
  for (const workspace of [madagascar, burundi])
    await enterWorkspace(context, { admin, shared, accounts, workspace });
  return announceSignIns(context);
}

async function enterAdministrator({ services }: Context): Promise<Actor> {
  const accountId = await services.accounts.createAccount({
    ...administrator,
    password,
    language: null,
    isAdministrator: true,
  });
  return { accountId, isAdministrator: true, membership: null };
}

async function enterInstitution(
  { services }: Context,
  admin: Actor,
  facts: DemoInstitution,
): Promise<InstitutionId> {
  const created = await services.institutions.createInstitution({
    actor: admin,
    workspaceId: null,
    facts: factsOf(facts),
  });
  return created.institutionId;
}

/** What the sign-in page and the console show of the demo. */
async function announceSignIns({ db, services }: Context): Promise<DemoSignIn[]> {
  const people = [madagascar, burundi].flatMap(({ people, institutions }) =>
    people.map(({ email, name, memberships }) => {
      const acronym = memberships[0]?.acronym ?? '';
      return { email, name, institution: institutions.find((one) => one.acronym === acronym)?.acronym ?? '' };
    }),
  );
  const signIns = [...new Map(people.map((person) => [person.email, person])).values()];
  await db.transaction(async (tx) => {
    await tx.insert(db.tables.instanceSettings).values({
      key: 'demo_sign_ins',
      value: [...signIns, { ...administrator, institution: '' }],
    });
  });
  return services.accounts.demoSignIns();
}
