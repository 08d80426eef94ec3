import { type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { readAccount } from '#app/features/accounts/session.server';

/** The front door: to one's own pages, to the sign-in, or on a new instance to the set-up. */
export async function loader(args: LoaderFunctionArgs) {
  if (await readAccount(args)) throw redirect('/home');
  const isSetUp = await args.context.services.accounts.hasAdministrator();
  throw redirect(isSetUp ? '/sign-in' : '/setup');
}
