import { type AppLoadContext, redirect } from '@remix-run/node';
import { DomainError } from '#domain/errors';
import type { Account, Session } from '#server/features/accounts';

interface Args {
  request: Request;
  context: AppLoadContext;
}

/** The signed-in person, or null. */
export async function readAccount({ context }: Args): Promise<Account | null> {
  return (await context.readSession())?.account ?? null;
}

/** The signed-in person; anyone else is led to the sign-in page and back. An action throws `signed_out` instead. */
export async function requireAccount(args: Args): Promise<Account> {
  return (await requireSession(args)).account;
}

/** As requireAccount, for the few commands that need to know which browser asks. */
export async function requireSession({ request, context }: Args): Promise<Session> {
  const session = await context.readSession();
  if (session) return session;
  if (request.method !== 'GET') throw new DomainError({ code: 'signed_out' });
  throw redirect(signInAddress(new URL(request.url)));
}

/** Where to sign in, and come back to the page asked for. */
export function signInAddress({ pathname, search }: { pathname: string; search: string }): string {
  return `/sign-in?${new URLSearchParams({ next: `${pathname}${search}` })}`;
}
