import { type ActionFunctionArgs, redirect, redirectDocument } from '@remix-run/node';

export async function action({ context }: ActionFunctionArgs) {
  const { accounts } = context.services;
  const session = await context.readSession();
  if (session) await accounts.endSession({ session, idHash: session.idHash });
  // A whole new page, so that nothing of this account stays in the browser's memory.
  return redirectDocument('/sign-in', { headers: { 'Set-Cookie': accounts.endedCookie() } });
}

/** Signing out changes something, so a link can't do it. */
export function loader() {
  return redirect('/');
}
