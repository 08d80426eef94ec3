import type { ActionFunctionArgs, AppLoadContext, LoaderFunctionArgs } from '@remix-run/node';
import { requireAccount } from '#app/features/accounts/session.server';
import { DomainError } from '#domain/errors';
import type { Actor } from '#domain/workspaces/actor';
import type { Account } from '#server/features/accounts';
import type { Standing } from '#server/features/workspaces';

export interface Member extends Standing {
  account: Account;
  /** Every workspace of the person, this one too, by name. */
  workspaces: { slug: string; name: string }[];
}

/** The loaders of one page run side by side; they share one look-up. The load context is made anew for each request. */
const lookups = new WeakMap<AppLoadContext, Promise<Member>>();

/**
 * The door of every page below /w/:slug. Throws `not_found` alike for an unknown workspace and for someone who is
 * not a member; leads a signed-out visitor to the sign-in page.
 */
export function requireMember(args: LoaderFunctionArgs | ActionFunctionArgs): Promise<Member> {
  // After a form without JavaScript, action and loaders are one request: what the action changed must be seen.
  if (args.request.method !== 'GET') return findMember(args);
  const known = lookups.get(args.context);
  if (known) return known;
  const lookup = findMember(args);
  lookups.set(args.context, lookup);
  return lookup;
}

async function findMember(args: LoaderFunctionArgs | ActionFunctionArgs): Promise<Member> {
  const account = await requireAccount(args);
  const { slug } = args.params;
  if (slug === undefined) throw new DomainError({ code: 'not_found' });
  const { id: accountId, isAdministrator } = account;
  const standings = await args.context.services.workspaces.listStandings({ accountId, isAdministrator });
  const here = standings.find(({ workspace }) => workspace.slug === slug);
  if (!here) throw new DomainError({ code: 'not_found' });
  const workspaces = standings.map(({ workspace }) => ({ slug: workspace.slug, name: workspace.name }));
  return { ...here, account, workspaces };
}

/** The signed-in person outside of any workspace. */
export async function requireActor(
  args: LoaderFunctionArgs | ActionFunctionArgs,
): Promise<{ account: Account; actor: Actor }> {
  const account = await requireAccount(args);
  return {
    account,
    actor: { accountId: account.id, isAdministrator: account.isAdministrator, membership: null },
  };
}

/** The door of the administration: to everyone else it is not there. */
export async function requireAdministrator(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const person = await requireActor(args);
  if (!person.account.isAdministrator) throw new DomainError({ code: 'not_found' });
  return person;
}
