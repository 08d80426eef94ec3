import { type ActionFunctionArgs, redirect, redirectDocument } from '@remix-run/node';
import { readForm } from '#app/http/read-form.server';

/** Ends this session, or with `from=everywhere` all of one's own. The browser forgets its copies with either. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { accounts } = context.services;
  const session = await context.readSession();
  const isEverywhere = (await readForm(request)).get('from') === 'everywhere';
  if (session && isEverywhere) await accounts.signOutEverywhere(session);
  else if (session) await accounts.endSession({ session, idHash: session.idHash });
  // A whole new page, so that nothing of this account stays in the browser's memory.
  return redirectDocument('/sign-in', { headers: { 'Set-Cookie': accounts.endedCookie() } });
}

/** Signing out changes something, so a link can't do it. */
export function loader() {
  return redirect('/');
}
